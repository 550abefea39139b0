import { useEffect, useState } from 'react';
import { connectionState } from './connection-state.ts';

const tickMs = 10_000;

/** The proxy's clock, which all times of devices follow, epoch ms; renewed every ten seconds. */
export function useProxyNow(): number {
  const [nowMs, setNowMs] = useState(proxyNowMs);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(proxyNowMs()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}

/** Epoch ms by the proxy's clock, as far as this window knows it. */
export function proxyNowMs(): number {
  return Date.now() + connectionState.getState().clockSkewMs;
}
