import type { ReactElement } from 'react';
import { Kbd } from './kbd.tsx';

export interface KeyListProps {
  /** Keys with spaces between them, and what they do. */
  readonly rows: readonly { readonly keys: string; readonly meaning: string }[];
}

/** What each key does. */
export function KeyList({ rows }: KeyListProps): ReactElement {
  return (
    <dl className="grid grid-cols-[auto_1fr] items-start gap-x-4 gap-y-2">
      {rows.map(({ keys, meaning }) => (
        <div key={meaning} className="contents">
          <dt className="flex gap-1">
            {keys.split(' ').map((cap) => (
              <Kbd key={cap}>{cap}</Kbd>
            ))}
          </dt>
          <dd className="text-text-2">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
