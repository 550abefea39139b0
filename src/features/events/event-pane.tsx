import { type ReactElement, useMemo, useRef } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { EventList } from './event-list.tsx';
import { type EventsPlace, filterOf } from './events-place.ts';
import { NoEvents } from './no-events.tsx';
import { PaneBar } from './pane-bar.tsx';
import { useEventLines } from './use-event-lines.ts';
import { useHold } from './use-hold.ts';
import { useZones } from './use-zones.ts';

export interface EventPaneProps {
  readonly place: EventsPlace;
  readonly onPlace: (place: Partial<EventsPlace>) => void;
  readonly cameras: readonly CameraView[];
}

/** The events that a filter lets through, as they come; held while somebody reads them. */
export function EventPane({ place, onPlace, cameras }: EventPaneProps): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const zones = useZones();
  const hold = useHold(scroller);
  const wanted = JSON.stringify(filterOf(place));
  const filter = useMemo(() => JSON.parse(wanted), [wanted]);
  const events = useEventLines(filter, place.paused || hold.reason !== null);
  const { lines } = events;
  const shown = useMemo(() => {
    if (filter.cameraIds === undefined) return lines;
    const chosen = cameras.filter(({ id }) => filter.cameraIds.includes(id));
    return lines?.filter(
      (line) =>
        line.kind !== 'gap' || chosen.some(({ deviceId }) => deviceId === line.gap.deviceId),
    );
  }, [lines, filter, cameras]);
  return (
    <section className="flex min-h-0 grow flex-col">
      <PaneBar
        paused={place.paused}
        reason={hold.reason}
        newer={events.newer}
        onPause={(paused) => onPlace({ paused })}
        onNewest={() => {
          hold.release();
          onPlace({ paused: false });
        }}
      />
      <div
        ref={scroller}
        {...hold.handlers}
        className="min-h-0 grow overflow-y-auto overscroll-contain px-4 sm:px-8"
      >
        {shown === undefined || shown.length === 0 ? (
          <NoEvents events={events} place={place} onPlace={onPlace} />
        ) : (
          <EventList
            lines={shown}
            older={events.older}
            readOlder={events.readOlder}
            scroller={scroller}
            zones={zones}
          />
        )}
      </div>
    </section>
  );
}
