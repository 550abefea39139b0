import type { ReactElement } from 'react';
import { isoInZone } from '../../domain/zone-time.ts';
import { agoText } from '../../ui/ago-text.ts';

export interface EventTimeProps {
  readonly atMs: number;
  readonly nowMs: number;
  readonly zone: string;
  /** Said where it is not the one of the list. */
  readonly showsZone: boolean;
}

/** When it happened where it happened, and how long ago that is. */
export function EventTime({ atMs, nowMs, zone, showsZone }: EventTimeProps): ReactElement {
  const at = isoInZone(atMs, zone);
  return (
    <div className="flex shrink-0 flex-col items-baseline max-md:contents md:w-48">
      <time dateTime={at} title={at} className="whitespace-nowrap">
        <span className="font-medium">{at.slice(11, 19)}</span>{' '}
        <span className="text-xs text-text-2">{at.slice(0, 10)}</span>
      </time>
      <span className="flex flex-wrap gap-x-2 text-xs text-text-2 max-md:order-1">
        <span className="whitespace-nowrap">{agoText(nowMs - atMs)}</span>
        {showsZone && <span>{zone}</span>}
      </span>
    </div>
  );
}
