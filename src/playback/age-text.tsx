import { type ReactElement, useEffect, useState } from 'react';
import { t } from '../messages/t.ts';
import { formatAge } from './truth-words.ts';

export interface AgeTextProps {
  readonly message: 'tile.stale.age' | 'tile.not-recording';
  readonly sinceMs: number;
}

/** A message with an age that counts by itself, each second, without its parents knowing. */
export function AgeText({ message, sinceMs }: AgeTextProps): ReactElement {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return <>{t(message, { age: formatAge(nowMs - sinceMs) })}</>;
}
