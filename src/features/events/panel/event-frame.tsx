import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import type { CameraView } from '../../../api/camera.ts';
import { eventQuery } from '../../../device-access/event-queries.ts';
import { t } from '../../../messages/t.ts';
import { Split } from '../../../ui/split.tsx';
import { useNarrow } from '../../../ui/use-narrow.ts';
import type { EventsPlace } from '../events-place.ts';
import { EventPanel } from './event-panel.tsx';
import { type OpenEvent, OpenEventContext } from './open-event.ts';

const panelWidth = 440;

export interface EventFrameProps {
  /** Of the one that is open; empty for none. */
  readonly eventId: string;
  readonly onPlace: (place: Partial<EventsPlace>) => void;
  readonly cameras: readonly CameraView[];
  readonly children: ReactNode;
}

/** The lists, and beside them the event that is open; on a phone it covers them. */
export function EventFrame(props: EventFrameProps): ReactElement {
  const { eventId, onPlace, cameras, children } = props;
  const narrow = useNarrow();
  const client = useQueryClient();
  const [neighbours, setNeighbours] = useState<readonly string[]>([]);
  const opening = useMemo<OpenEvent>(
    () => ({
      openId: eventId,
      open: (event, ids) => {
        client.setQueryData(eventQuery(event.id).queryKey, event);
        setNeighbours(ids);
        onPlace({ event: event.id });
      },
    }),
    [eventId, client, onPlace],
  );
  const close = () => {
    onPlace({ event: '' });
    focusRow(eventId);
  };
  const panel =
    eventId === '' ? null : (
      <EventPanel
        eventId={eventId}
        neighbours={neighbours}
        cameras={cameras}
        onOpen={(id) => onPlace({ event: id })}
        onClose={close}
      />
    );
  return (
    <OpenEventContext value={opening}>
      {narrow ? (
        <>
          <div className="flex min-h-0 grow flex-col" inert={panel !== null}>
            {children}
          </div>
          {panel !== null && (
            <div className="absolute inset-0 z-30 flex flex-col bg-canvas">{panel}</div>
          )}
        </>
      ) : (
        <Split end={panel} separatorLabel={t('events.panel.width')} initialWidth={panelWidth}>
          {children}
        </Split>
      )}
    </OpenEventContext>
  );
}

/** Back to the row that was open, once the lists can have the focus again. */
function focusRow(eventId: string): void {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(eventId)}"]`);
    row?.focus({ preventScroll: true });
  });
}
