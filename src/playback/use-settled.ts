import { useEffect, useState } from 'react';

/** The value once it has held for a while, so that what flickers is not spoken. */
export function useSettled<Value>(value: Value, holdMs: number): Value | undefined {
  const [settled, setSettled] = useState<Value>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), holdMs);
    return () => clearTimeout(timer);
  }, [value, holdMs]);
  return settled;
}
