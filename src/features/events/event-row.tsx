import { Link } from '@tanstack/react-router';
import { memo, type ReactElement, type ReactNode } from 'react';
import type { EventView } from '../../api/events.ts';
import { clockInZone, isoInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { agoText, durationText } from '../../ui/ago-text.ts';
import { classNames } from '../../ui/class-names.ts';
import { EventPicture } from './event-picture.tsx';
import { Chip } from './facts/chip.tsx';
import { FactLine } from './facts/fact-line.tsx';
import { topicIcons } from './topic-icons.ts';

/** The times that a row is read by. */
export interface RowClock {
  readonly nowMs: number;
  readonly zone: string;
  readonly siteZone: string;
}

export interface EventRowProps extends RowClock {
  readonly event: EventView;
  readonly faces?: readonly EventView[] | undefined;
  /** One of an open group. */
  readonly nested?: boolean | undefined;
  readonly isOpen: boolean;
  readonly onOpen: (event: EventView) => void;
}

/** One event: when, of what kind, where, and what it says. */
export const EventRow = memo(function EventRow(props: EventRowProps): ReactElement {
  const { event, faces = [], nested, isOpen, onOpen, ...clock } = props;
  const { fact, hasImage } = event;
  const shows = hasImage && (fact.topic === 'plate' || fact.topic === 'object');
  return (
    <RowFrame event={event} nested={nested} isOpen={isOpen} clock={clock} onPress={onOpen}>
      {shows && <EventPicture event={event} />}
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
        <FactLine fact={fact} zone={clock.zone} standing={event.isSnapshot === true} />
        <Remarks event={event} />
        {faces.map((face) => (
          <span key={face.id} className="inline-flex items-center gap-2 border-s border-line ps-2">
            {face.hasImage && <EventPicture event={face} />}
            <FactLine fact={face.fact} zone={clock.zone} standing={false} />
          </span>
        ))}
      </div>
    </RowFrame>
  );
});

export interface RowFrameProps {
  readonly event: EventView;
  readonly clock: RowClock;
  readonly isOpen: boolean;
  readonly onPress: (event: EventView) => void;
  readonly nested?: boolean | undefined;
  /** Of a row that unfolds: whether it has, and what it says of that. */
  readonly unfolds?: { readonly open: boolean; readonly label: string };
  readonly children: ReactNode;
}

/** Where the things of a row stand. The whole row is one target; links in it lie above that. */
export function RowFrame(props: RowFrameProps): ReactElement {
  const { event, clock, isOpen, onPress, nested, unfolds, children } = props;
  const { topic } = event.fact;
  const Icon = topicIcons[topic];
  const at = isoInZone(event.atMs, clock.zone);
  const isToday = at.slice(0, 10) === isoInZone(clock.nowMs, clock.zone).slice(0, 10);
  const where = event.cameraName === '' ? event.deviceName : event.cameraName;
  const label = t('events.open', {
    what: t(`events.topic.${topic}`),
    where,
    time: clockInZone(event.atMs, clock.zone),
  });
  return (
    <div
      className={classNames(
        'relative flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2 hover:bg-panel @5xl:min-h-14 @5xl:flex-nowrap @5xl:gap-x-4',
        'has-[[data-row]:focus-visible]:outline-2 has-[[data-row]:focus-visible]:-outline-offset-2 has-[[data-row]:focus-visible]:outline-white',
        isOpen && 'bg-hover',
        nested && 'ps-8',
      )}
    >
      <div className="flex w-full min-w-0 items-center gap-x-3 @max-[400px]:flex-wrap @5xl:contents">
        <button
          type="button"
          data-row={event.id}
          aria-label={unfolds?.label ?? label}
          aria-expanded={unfolds?.open}
          aria-current={isOpen || undefined}
          onClick={() => onPress(event)}
          className="inline-flex min-h-6 shrink-0 items-center gap-1 pointer-coarse:min-h-11 shadow-none outline-none whitespace-nowrap text-start after:absolute after:inset-0 @5xl:w-44 @5xl:shrink-0"
        >
          <time dateTime={at} title={`${at} ${clock.zone}`}>
            <span className="font-medium">{at.slice(11, 19)}</span>
            {!isToday && <span className="ms-1 text-xs text-text-2">{at.slice(0, 10)}</span>}
            {clock.zone !== clock.siteZone && (
              <span className="ms-1 text-xs text-text-2">{at.slice(-6)}</span>
            )}
          </time>
        </button>
        <span className="inline-flex shrink-0 items-center gap-1.5 text-xs text-text-2 @5xl:w-36">
          <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
          <span className="@max-[330px]:sr-only">{t(`events.topic.${topic}`)}</span>
        </span>
        <Place event={event} />
        <span className="ms-auto whitespace-nowrap text-xs text-text-2 @5xl:order-1">
          {agoText(clock.nowMs - event.atMs)}
        </span>
      </div>
      <div className="flex w-full min-w-0 grow items-center gap-x-3 gap-y-1 @max-[330px]:flex-wrap @5xl:w-auto">
        {children}
      </div>
    </div>
  );
}

/** What is to be known of the report itself. */
function Remarks({ event }: { readonly event: EventView }): ReactElement {
  const { atMs, endMs, count, isLate, isSnapshot } = event;
  return (
    <>
      {endMs !== undefined && endMs > atMs && (
        <Chip>{t('events.lasted', { duration: durationText(endMs - atMs) })}</Chip>
      )}
      {count > 1 && <Chip>{t('events.count', { count })}</Chip>}
      {isSnapshot && <Chip>{t('events.snapshot')}</Chip>}
      {isLate && <Chip>{t('events.late')}</Chip>}
    </>
  );
}

function Place({ event }: { readonly event: EventView }): ReactElement {
  const { cameraId, cameraName, deviceName } = event;
  return (
    <span className="flex min-w-0 items-baseline gap-x-2 text-xs text-text-2 @5xl:w-48 @5xl:shrink-0 @5xl:flex-col">
      {cameraId !== null && (
        <Link
          to="/cam/$camId"
          params={{ camId: cameraId }}
          title={cameraName}
          className="relative inline-flex min-h-6 min-w-6 items-center text-sm text-accent hover:underline pointer-coarse:min-h-11 pointer-coarse:min-w-11"
        >
          <bdi className="truncate">{cameraName}</bdi>
        </Link>
      )}
      {deviceName !== cameraName && (
        <bdi className={classNames('truncate', cameraId !== null && 'hidden @5xl:inline')}>
          {deviceName}
        </bdi>
      )}
    </span>
  );
}
