import { useEffect, useState } from 'react';
import { proxyNowMs } from './proxy-now.ts';

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
