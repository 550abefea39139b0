import type { ReactElement } from 'react';
import { slotCount } from './motion-trace.ts';

const height = 20;

export interface SparkLineProps {
  /** Percent, oldest first. */
  readonly levels: readonly number[];
  /** So many slots at the beginning are not known. */
  readonly unknown: number;
}

/** A level over time as a row of bars. What it says is written beside it. */
export function SparkLine({ levels, unknown }: SparkLineProps): ReactElement {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${slotCount} ${height}`}
      preserveAspectRatio="none"
      className="h-5 w-full text-text-2"
    >
      <path d={`M0 ${height - 0.5}H${slotCount}`} stroke="currentColor" strokeOpacity={0.4} />
      {unknown > 0 && (
        <path
          d={hatched(unknown)}
          stroke="currentColor"
          strokeOpacity={0.5}
          vectorEffect="non-scaling-stroke"
        />
      )}
      <path d={barsOf(levels)} fill="currentColor" />
    </svg>
  );
}

/** The least motion can still be seen. */
function barsOf(levels: readonly number[]): string {
  return levels
    .map((level, slot) => {
      if (level === 0) return '';
      const top = Math.max(3, (level / 100) * height);
      return `M${slot} ${height}v-${top.toFixed(1)}h1v${top.toFixed(1)}z`;
    })
    .join('');
}

function hatched(slots: number): string {
  const lines = Array.from({ length: Math.ceil(slots / 4) }, (_, index) => {
    const from = index * 4;
    return `M${from} ${height}L${Math.min(from + 3, slots)} 4`;
  });
  return lines.join('');
}
