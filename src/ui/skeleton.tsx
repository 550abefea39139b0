import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';

export interface SkeletonProps {
  /** Read out to people who do not see the grey bars. */
  readonly label: string;
  readonly rows: number;
  readonly rowClassName?: string;
}

/** Grey bars where content will stand. They appear after 150 ms, so that quick answers do not flash. */
export function Skeleton({ label, rows, rowClassName = 'h-9' }: SkeletonProps): ReactElement {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-2">
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars are alike and never move
          key={row}
          className={classNames(
            'rounded-control bg-raised opacity-100 transition-opacity delay-150 starting:opacity-0',
            rowClassName,
          )}
        />
      ))}
    </div>
  );
}
