import {
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { EventView } from '../../api/events.ts';
import { useProxyNow } from '../../device-access/use-proxy-now.ts';
import { t } from '../../messages/t.ts';
import { OlderLines } from '../../ui/older-lines.tsx';
import { useLineWindow } from '../../ui/use-line-window.ts';
import type { EventGroup, ShownLine } from './event-groups.ts';
import { EventRow } from './event-row.tsx';
import { GapRow, LeftOutRow } from './gap-row.tsx';
import { GroupRow } from './group-row.tsx';
import { useOpenEvent } from './panel/open-event.ts';
import type { EventLines } from './use-event-lines.ts';
import type { Zones } from './use-zones.ts';

export interface EventListProps {
  readonly label: string;
  readonly lines: readonly ShownLine[];
  readonly events: EventLines;
  readonly onToggle: (group: EventGroup) => void;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly zones: Zones;
}

/** Of most rows in a column. */
const rowHeight = 69;

/** The lines, the newest first; only those near what is seen are drawn. */
export function EventList(props: EventListProps): ReactElement {
  const { label, lines, events, onToggle, scroller, zones } = props;
  const { older, readOlder } = events;
  const nowMs = useProxyNow();
  const { openId, open } = useOpenEvent();
  const [focused, setFocused] = useState('');
  const keyOf = (index: number) => lines[index]?.id ?? index;
  const keep = focused === '' ? -1 : lines.findIndex(({ id }) => id === focused);
  const window = useLineWindow(
    { count: lines.length, keyOf, older, readOlder },
    scroller,
    rowHeight,
    keep,
  );
  // A row is drawn anew only for what changes in it: what opens it stays the same.
  const shown = useRef(lines);
  useEffect(() => {
    shown.current = lines;
  }, [lines]);
  const openOne = useCallback((event: EventView) => open(event, eventIds(shown.current)), [open]);
  return (
    <>
      <ul aria-label={label} onKeyDown={moveFocus}>
        {window.parts.map((part) => {
          if ('room' in part) {
            return <li key={`room ${part.at}`} aria-hidden style={{ height: part.room }} />;
          }
          const line = lines[part.index];
          if (line === undefined) return null;
          const zone = zones.ofDevice(deviceOf(line));
          const clock = { nowMs, zone, siteZone: zones.site };
          return (
            <li
              key={line.id}
              ref={window.measure}
              data-index={part.index}
              onFocus={() => setFocused(line.id)}
              onBlur={() => setFocused('')}
            >
              {line.kind === 'left-out' ? (
                <LeftOutRow count={line.count} onAgain={events.readAgain} />
              ) : line.kind === 'gap' ? (
                <GapRow
                  gap={line.gap}
                  also={line.also}
                  zone={line.also?.length ? zones.site : zone}
                />
              ) : line.kind === 'group' ? (
                <GroupRow group={line} clock={clock} onToggle={onToggle} />
              ) : (
                <EventRow
                  event={line.event}
                  faces={line.faces}
                  nested={line.nested}
                  isOpen={line.id === openId}
                  onOpen={openOne}
                  {...clock}
                />
              )}
            </li>
          );
        })}
      </ul>
      <div className="px-3">
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
      </div>
    </>
  );
}

function deviceOf(line: ShownLine): string {
  if (line.kind === 'gap') return line.gap.deviceId;
  if (line.kind === 'event') return line.event.deviceId;
  return line.kind === 'group' ? (line.events[0]?.deviceId ?? '') : '';
}

/** Of all that the list has, also of what is told in one line. */
function eventIds(lines: readonly ShownLine[]): readonly string[] {
  return lines.flatMap((line) => {
    if (line.kind === 'event') return line.id;
    return line.kind === 'group' && !line.open ? line.events.map(({ id }) => id) : [];
  });
}

/** The arrow keys go from row to row. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || !(event.target instanceof HTMLElement)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const own = event.target.closest('li')?.querySelector<HTMLElement>('[data-row]');
  const next = own === null || own === undefined ? rows[0] : rows[rows.indexOf(own) + by];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
