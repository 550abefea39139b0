import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { CameraView } from '../../../api/camera.ts';
import type { EventView } from '../../../api/events.ts';
import { t } from '../../../messages/t.ts';
import { factBoxes } from '../../../playback/fact-boxes.ts';
import { RecordedClip } from '../../../playback/recorded/recorded-clip.tsx';
import { FactRows } from '../../../ui/fact-rows.tsx';
import { FactLine } from '../facts/fact-line.tsx';
import { BoxedPicture } from './boxed-picture.tsx';
import { cameraIdsOf } from './camera-ids-of.ts';
import { EventCameras } from './event-cameras.tsx';
import { factFields, reportFields } from './fact-fields.ts';

export interface EventDetailsProps {
  readonly event: EventView;
  readonly cameras: readonly CameraView[];
  readonly zone: string;
}

/** What it says, what was seen then, what is seen now, and every field of it. */
export function EventDetails({ event, cameras, zone }: EventDetailsProps): ReactElement {
  const { fact, hasImage, cameraId, cameraName, atMs } = event;
  const about = cameraIdsOf(event).flatMap((id) => cameras.find((each) => each.id === id) ?? []);
  // A call is of no camera itself, but of a place that one may look at.
  const seenBy = cameraId ?? about[0]?.id;
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <FactLine fact={fact} zone={zone} standing={event.isSnapshot === true} />
      </div>
      {hasImage && <BoxedPicture event={event} camera={about[0]} />}
      {seenBy !== undefined && (
        <Part title={t('events.panel.then')}>
          <RecordedClip
            cameraId={seenBy}
            atMs={atMs}
            name={cameraName || (about[0]?.name ?? '')}
            boxes={cameraId === null ? [] : factBoxes(fact)}
          />
          <Link
            to="/playback"
            search={{ cams: seenBy, t: new Date(atMs).toISOString() }}
            className="inline-flex min-h-6 items-center self-start text-accent hover:underline pointer-coarse:min-h-11"
          >
            {t('events.panel.moment')}
          </Link>
        </Part>
      )}
      {about.length > 0 && (
        <Part title={t('events.panel.now')}>
          <EventCameras cameras={about} />
        </Part>
      )}
      <Part title={t('events.panel.says')}>
        <FactRows facts={factFields(fact, zone)} />
      </Part>
      <Part title={t('events.panel.report')}>
        <FactRows facts={reportFields(event, zone)} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-2 text-sm">
      <h3 className="text-xs font-semibold text-text-2">{title}</h3>
      {children}
    </section>
  );
}
