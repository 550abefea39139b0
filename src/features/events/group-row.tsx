import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';
import { durationText } from '../../ui/ago-text.ts';
import type { EventGroup } from './event-groups.ts';
import { EventPicture } from './event-picture.tsx';
import { type RowClock, RowFrame } from './event-row.tsx';
import { Chip } from './facts/chip.tsx';
import { FactLine } from './facts/fact-line.tsx';

export interface GroupRowProps {
  readonly group: EventGroup;
  readonly clock: RowClock;
  readonly onToggle: (group: EventGroup) => void;
}

const mostPictures = 4;

/** A flood in one line: how many in what time, and the newest of them. */
export function GroupRow({ group, clock, onToggle }: GroupRowProps): ReactElement | null {
  const { events, open } = group;
  const [newest] = events;
  const oldest = events.at(-1);
  if (newest === undefined || oldest === undefined) return null;
  const what = t(`events.topic.${newest.fact.topic}`);
  const duration = durationText(Math.max(1000, newest.atMs - oldest.atMs));
  const said = t('events.group', { count: events.length, what, duration });
  // Of several cameras, what they have in common is their device.
  const isOfOne = events.every(({ cameraId }) => cameraId === newest.cameraId);
  const place = isOfOne ? newest : { ...newest, cameraId: null, cameraName: '' };
  const where = place.cameraName === '' ? place.deviceName : place.cameraName;
  const Icon = open ? ChevronDown : ChevronRight;
  const pictures = events.filter(({ hasImage }) => hasImage).slice(0, mostPictures);
  return (
    <RowFrame
      event={place}
      clock={clock}
      isOpen={false}
      onPress={() => onToggle(group)}
      unfolds={{ open, label: t('events.group.of', { where, said }) }}
    >
      <span className="inline-flex shrink-0 items-center gap-1 self-start font-medium">
        <Icon aria-hidden className="size-4 shrink-0 rtl:-scale-x-100" />
        {said}
      </span>
      {!open && (
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          {pictures.map((event) => (
            <EventPicture key={event.id} event={event} />
          ))}
          {isOfOne && <FactLine fact={newest.fact} zone={clock.zone} standing={false} />}
          {newest.isSnapshot && <Chip>{t('events.snapshot')}</Chip>}
        </div>
      )}
    </RowFrame>
  );
}
