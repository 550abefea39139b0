import { useEffect, useState } from 'react';

/** Seconds that are left of a wait, counted down; 0 when it is over or there is none. */
export function useCountdown(wait: { readonly ms: number; readonly fromMs: number } | null) {
  const untilMs = wait === null ? 0 : wait.fromMs + wait.ms;
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    setNowMs(Date.now());
    if (untilMs <= Date.now()) return;
    const timer = setInterval(() => {
      setNowMs(Date.now());
      if (Date.now() >= untilMs) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [untilMs]);
  return Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
}
