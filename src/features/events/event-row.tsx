import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { EventView } from '../../api/events.ts';
import { t } from '../../messages/t.ts';
import { durationText } from '../../ui/ago-text.ts';
import { EventPicture } from './event-picture.tsx';
import { EventTime } from './event-time.tsx';
import { Chip } from './facts/chip.tsx';
import { FactLine } from './facts/fact-line.tsx';
import { topicIcons } from './topic-icons.ts';

export interface EventRowProps {
  readonly event: EventView;
  readonly zone: string;
  readonly siteZone: string;
  readonly nowMs: number;
}

/** One event: when, of what kind, where, and what it says. */
export function EventRow({ event, zone, siteZone, nowMs }: EventRowProps): ReactElement {
  const { fact, hasImage } = event;
  const Icon = topicIcons[fact.topic];
  const shows = hasImage && (fact.topic === 'plate' || fact.topic === 'object');
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2 md:min-h-14 md:flex-nowrap">
      <EventTime atMs={event.atMs} nowMs={nowMs} zone={zone} showsZone={zone !== siteZone} />
      <span className="inline-flex shrink-0 items-center gap-2 text-xs text-text-2 max-md:ms-auto md:w-36">
        <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
        {t(`events.topic.${fact.topic}`)}
      </span>
      <Place event={event} />
      <div className="flex min-w-0 grow items-center gap-3 max-md:order-2 max-md:w-full">
        {shows && <EventPicture event={event} />}
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <FactLine fact={fact} zone={zone} standing={event.isSnapshot === true} />
          <Remarks event={event} />
        </div>
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
    <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-xs text-text-2 max-md:order-1 max-md:ms-auto md:w-48 md:shrink-0 md:flex-col">
      {cameraId !== null && (
        <Link
          to="/cam/$camId"
          params={{ camId: cameraId }}
          className="inline-flex min-h-6 min-w-6 items-center text-sm text-accent wrap-anywhere hover:underline pointer-coarse:min-h-11 pointer-coarse:min-w-11"
        >
          <bdi>{cameraName}</bdi>
        </Link>
      )}
      {deviceName !== cameraName && <bdi className="wrap-anywhere">{deviceName}</bdi>}
    </div>
  );
}
