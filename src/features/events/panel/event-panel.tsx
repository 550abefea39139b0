import { ChevronDown, ChevronUp, Link2, SearchX, X } from 'lucide-react';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import type { CameraView } from '../../../api/camera.ts';
import type { EventView } from '../../../api/events.ts';
import { problemOf } from '../../../device-access/request-problem.ts';
import { clockInZone } from '../../../domain/zone-time.ts';
import { problemText } from '../../../messages/problem-text.ts';
import { t } from '../../../messages/t.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useEscape } from '../../../ui/use-escape.ts';
import { copyAddress } from '../copy-address.ts';
import { useZones } from '../use-zones.ts';
import { EventDetails } from './event-details.tsx';
import { useOneEvent } from './use-one-event.ts';

export interface EventPanelProps {
  readonly eventId: string;
  /** The newest first. */
  readonly neighbours: readonly string[];
  readonly cameras: readonly CameraView[];
  readonly onOpen: (eventId: string) => void;
  readonly onClose: () => void;
}

/** One event with everything that is known of it. Esc closes it. */
export function EventPanel(props: EventPanelProps): ReactElement {
  const { eventId, neighbours, cameras, onOpen, onClose } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = useOneEvent(eventId);
  const zones = useZones();
  useEscape(onClose);
  useEffect(() => heading.current?.focus(), []);
  const event = asked.data;
  const at = neighbours.indexOf(eventId);
  const newer = at > 0 ? neighbours[at - 1] : undefined;
  const older = at < 0 ? undefined : neighbours[at + 1];
  return (
    <aside aria-labelledby="event-title" className="flex min-h-0 grow flex-col">
      <header className="flex shrink-0 items-center gap-1 border-b border-line py-1 ps-4 pe-2">
        <h2
          id="event-title"
          ref={heading}
          tabIndex={-1}
          className="line-clamp-2 min-w-0 grow text-base font-semibold wrap-anywhere shadow-none outline-none"
        >
          <bdi>{event === undefined ? t('events.panel') : titleOf(event, zones)}</bdi>
        </h2>
        <Step icon={ChevronUp} label={t('events.panel.newer')} to={newer} onOpen={onOpen} />
        <Step icon={ChevronDown} label={t('events.panel.older')} to={older} onOpen={onOpen} />
        <IconButton
          icon={Link2}
          label={t('events.panel.copy')}
          onClick={() => void copyAddress({ event: eventId })}
        />
        <IconButton icon={X} label={t('events.panel.close')} onClick={onClose} />
      </header>
      <div className="relative min-h-0 grow overflow-y-auto overscroll-contain px-4 py-3">
        {event !== undefined ? (
          <EventDetails
            key={event.id}
            event={event}
            cameras={cameras}
            zone={zones.ofDevice(event.deviceId)}
          />
        ) : asked.error === null ? (
          <Skeleton label={t('events.panel.reading')} rows={6} />
        ) : (
          <Unreadable fault={asked.error} onAgain={() => void asked.refetch()} />
        )}
      </div>
    </aside>
  );
}

interface StepProps {
  readonly icon: typeof X;
  readonly label: string;
  readonly to: string | undefined;
  readonly onOpen: (eventId: string) => void;
}

/** It stays where it is, and keeps the focus, at the end of the list too. */
function Step({ icon, label, to, onOpen }: StepProps): ReactNode {
  return (
    <IconButton
      icon={icon}
      label={label}
      aria-disabled={to === undefined}
      className="aria-disabled:cursor-not-allowed aria-disabled:opacity-50"
      onClick={() => to !== undefined && onOpen(to)}
    />
  );
}

/** Deleted, or of a camera that the person may not see: one cannot be told from the other. */
function Unreadable({ fault, onAgain }: { readonly fault: Error; readonly onAgain: () => void }) {
  const problem = problemOf(fault);
  if (problem.kind === 'not-found') {
    return (
      <EmptyState icon={SearchX} title={t('events.panel.missing')}>
        {t('events.panel.missing.text')}
      </EmptyState>
    );
  }
  return (
    <Notice
      tone="error"
      title={t('events.panel.failed')}
      actions={<Button onClick={onAgain}>{t('events.again')}</Button>}
    >
      {problemText(problem).todo}
    </Notice>
  );
}

function titleOf(event: EventView, zones: ReturnType<typeof useZones>): string {
  const { fact, cameraName, deviceName, atMs, deviceId } = event;
  return t('events.panel.title', {
    what: t(`events.topic.${fact.topic}`),
    where: cameraName === '' ? deviceName : cameraName,
    time: clockInZone(atMs, zones.ofDevice(deviceId)),
  });
}
