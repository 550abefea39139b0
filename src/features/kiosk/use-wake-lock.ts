import { useEffect } from 'react';

/** Keeps the display on where the browser can. It lets go by itself whenever the page is hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    // Absent on plain HTTP and in older browsers.
    const wakeLock: WakeLock | undefined = navigator.wakeLock;
    if (wakeLock === undefined) return;
    let lock: WakeLockSentinel | null = null;
    let ended = false;
    const hold = async () => {
      if (document.visibilityState !== 'visible' || (lock !== null && !lock.released)) return;
      const held = await wakeLock.request('screen').catch(() => null);
      if (ended) await held?.release();
      else lock = held;
    };
    const onChange = () => void hold();
    onChange();
    document.addEventListener('visibilitychange', onChange);
    return () => {
      ended = true;
      document.removeEventListener('visibilitychange', onChange);
      void lock?.release();
    };
  }, []);
}
