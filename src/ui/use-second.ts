import { useEffect, useState } from 'react';

/** The time of a clock, epoch ms, anew with each of its seconds. @param skewMs it minus ours */
export function useSecond(skewMs = 0): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const now = Date.now();
      setNowMs(now);
      // Just after the next full second of the clock that is shown.
      timer = setTimeout(tick, 1005 - ((((now + skewMs) % 1000) + 1000) % 1000));
    };
    tick();
    return () => clearTimeout(timer);
  }, [skewMs]);
  return nowMs + skewMs;
}
