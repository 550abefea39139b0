import { useEffect, useState } from 'react';

/** True once the component has been there for a while, so that a quick answer shows no skeleton. */
export function useDelayed(delayMs = 150): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return over;
}
