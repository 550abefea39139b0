import type { ReactElement } from 'react';
import { isoInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
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
    <div className="flex shrink-0 flex-wrap items-baseline gap-x-2 md:w-40 md:flex-col">
      <time dateTime={at} title={at} className="whitespace-nowrap">
        <span className="font-medium">{at.slice(11, 19)}</span>{' '}
        <span className="text-xs text-text-2">{at.slice(0, 10)}</span>
      </time>
      <span className="text-xs text-text-2">
        {agoText(nowMs - atMs)}
        {showsZone && ` · ${t('events.zone', { zone })}`}
      </span>
    </div>
  );
}
