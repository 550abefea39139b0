import type { ReactElement, RefObject } from 'react';
import { readEventsAgain } from '../../device-access/event-feed.ts';
import { useProxyNow } from '../../device-access/use-proxy-now.ts';
import { t } from '../../messages/t.ts';
import { OlderLines } from '../../ui/older-lines.tsx';
import { useLineWindow } from '../../ui/use-line-window.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import type { EventLine } from './event-lines.ts';
import { EventRow } from './event-row.tsx';
import { GapRow, LeftOutRow } from './gap-row.tsx';
import type { EventLines } from './use-event-lines.ts';
import type { Zones } from './use-zones.ts';

export interface EventListProps {
  readonly lines: readonly EventLine[];
  readonly older: EventLines['older'];
  readonly readOlder: () => void;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly zones: Zones;
}

const rowHeight = 57;
const narrowRowHeight = 112;

/** The lines, the newest first; only those near what is seen are drawn. */
export function EventList({
  lines,
  older,
  readOlder,
  scroller,
  zones,
}: EventListProps): ReactElement {
  const narrow = useNarrow();
  const nowMs = useProxyNow();
  const keyOf = (index: number) => lines[index]?.id ?? index;
  const list = { count: lines.length, keyOf, older, readOlder };
  const window = useLineWindow(list, scroller, narrow ? narrowRowHeight : rowHeight);
  return (
    <>
      <ul aria-label={t('events.list')}>
        {window.parts.map((part) => {
          if ('room' in part) {
            return <li key={`room ${part.at}`} aria-hidden style={{ height: part.room }} />;
          }
          const line = lines[part.index];
          if (line === undefined) return null;
          return (
            <li key={line.id} ref={window.measure} data-index={part.index}>
              <Line line={line} zones={zones} nowMs={nowMs} />
            </li>
          );
        })}
      </ul>
      <OlderLines
        older={older}
        readOlder={readOlder}
        words={{
          reading: t('events.older.reading'),
          failed: t('events.older.failed'),
          again: t('events.again'),
          more: t('events.older.more'),
          end: t('events.older.end'),
        }}
      />
    </>
  );
}

interface LineProps {
  readonly line: EventLine;
  readonly zones: Zones;
  readonly nowMs: number;
}

function Line({ line, zones, nowMs }: LineProps): ReactElement {
  if (line.kind === 'left-out') return <LeftOutRow count={line.count} onAgain={readEventsAgain} />;
  if (line.kind === 'gap')
    return <GapRow gap={line.gap} zone={zones.ofDevice(line.gap.deviceId)} />;
  const { event } = line;
  const zone = zones.ofDevice(event.deviceId);
  return <EventRow event={event} zone={zone} siteZone={zones.site} nowMs={nowMs} />;
}
