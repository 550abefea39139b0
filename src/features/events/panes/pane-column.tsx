import { type ReactElement, useMemo, useRef, useState } from 'react';
import type { CameraView } from '../../../api/camera.ts';
import type { EventFilter } from '../../../device-access/event-queries.ts';
import { t } from '../../../messages/t.ts';
import { type EventGroup, groupLines } from '../event-groups.ts';
import type { EventLine } from '../event-lines.ts';
import { EventList } from '../event-list.tsx';
import { NoEvents } from '../no-events.tsx';
import { MotionLines } from '../sums/motion-lines.tsx';
import { ParkingGauges } from '../sums/parking-gauges.tsx';
import { useEventLines } from '../use-event-lines.ts';
import { useHold } from '../use-hold.ts';
import { useZones } from '../use-zones.ts';
import { listFilter, type Pane, paneShows } from './pane.ts';
import type { PaneControls } from './pane-controls.ts';
import { PaneHead } from './pane-head.tsx';
import { paneName } from './pane-name.ts';

export interface PaneColumnProps {
  readonly pane: Pane;
  readonly controls: PaneControls;
  readonly cameras: readonly CameraView[];
}

/** Asks for nothing, where a pane has no list. */
const noEvents: EventFilter = { topics: [] };

/** The events that a pane lets through, as they come; held while somebody reads them. */
export function PaneColumn({ pane, controls, cameras }: PaneColumnProps): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const zones = useZones();
  const hold = useHold(scroller);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const name = paneName(pane);
  // The same filter stays the same object, or everything would be read again.
  const asked = JSON.stringify(listFilter(pane));
  const filter = useMemo<EventFilter | null>(() => JSON.parse(asked), [asked]);
  const held = pane.paused || hold.reason !== null;
  const events = useEventLines(pane.id, filter ?? noEvents, held);
  const { lines } = events;
  const shown = useMemo(
    () => lines && groupLines(linesOf(lines, pane.cameraIds, cameras), opened),
    [lines, pane.cameraIds, cameras, opened],
  );
  return (
    <section aria-label={name} className="flex min-h-0 min-w-0 grow flex-col">
      <PaneHead
        pane={pane}
        name={name}
        controls={controls}
        cameras={cameras}
        reason={hold.reason}
        newer={events.newer}
        onNewest={() => {
          hold.release();
          controls.onChange({ paused: false });
        }}
      />
      {pane.sums && paneShows(pane, 'motion') && (
        <MotionLines cameraIds={pane.cameraIds} alone={filter === null} />
      )}
      {pane.sums && paneShows(pane, 'parking') && <ParkingGauges alone={filter === null} />}
      {filter !== null && (
        <div
          ref={scroller}
          {...hold.handlers}
          className="@container relative min-h-0 grow overflow-y-auto overscroll-contain"
        >
          {shown === undefined || shown.length === 0 ? (
            <div className="px-3">
              <NoEvents
                events={events}
                filtered={pane.topics.length > 0 || pane.cameraIds.length > 0}
                onShowAll={() => controls.onChange({ topics: [], cameraIds: [] })}
              />
            </div>
          ) : (
            <EventList
              label={t('events.list', { pane: name })}
              lines={shown}
              events={events}
              onToggle={(group) => setOpened((before) => toggledGroup(before, group))}
              scroller={scroller}
              zones={zones}
            />
          )}
        </div>
      )}
    </section>
  );
}

/** Gaps of other devices than those of the chosen cameras say nothing here. */
function linesOf(
  lines: readonly EventLine[],
  cameraIds: readonly string[],
  cameras: readonly CameraView[],
): readonly EventLine[] {
  if (cameraIds.length === 0) return lines;
  const chosen = cameras.filter(({ id }) => cameraIds.includes(id));
  return lines.filter(
    (line) => line.kind !== 'gap' || chosen.some(({ deviceId }) => deviceId === line.gap.deviceId),
  );
}

function toggledGroup(opened: ReadonlySet<string>, { events, open }: EventGroup) {
  const next = new Set(opened);
  for (const { id } of events) next.delete(id);
  const oldest = events.at(-1);
  if (!open && oldest !== undefined) next.add(oldest.id);
  return next;
}
