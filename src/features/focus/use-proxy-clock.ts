import { useEffect, useState } from 'react';
import { connectionState } from '../../device-access/connection-state.ts';

/** The proxy's time, read again every half second. */
export function useProxyClock(): number {
  const [nowMs, setNowMs] = useState(readClock);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(readClock()), 500);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}

function readClock(): number {
  return Date.now() + connectionState.getState().clockSkewMs;
}
