import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import type { EventView } from '../../api/events.ts';
import type { AlarmDetail } from '../../device-access/alarm-detail.ts';
import { camerasQuery } from '../../device-access/queries.ts';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { useSiteZone } from '../../device-access/use-site-zone.ts';
import { alarmLine } from '../../messages/alarm-text.ts';
import { t } from '../../messages/t.ts';
import { AlarmAsking } from '../../playback/alarms/alarm-asking.tsx';
import { AlarmButtons } from '../../playback/alarms/alarm-buttons.tsx';
import { useAlarmHandling } from '../../playback/alarms/use-alarm-handling.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import { AlarmFacts } from './alarm-facts.tsx';
import { AlarmHead } from './alarm-head.tsx';
import { AlarmHistory } from './alarm-history.tsx';
import type { AlarmPageRoads } from './alarm-page-roads.ts';
import { AlarmPictures } from './alarm-pictures.tsx';
import { LinkedCameras } from './linked-cameras.tsx';
import { Procedure } from './procedure.tsx';
import { useAlarmPageKeys } from './use-alarm-page-keys.ts';
import { useNeighbours } from './use-neighbours.ts';

export interface OneAlarmProps {
  readonly shown: ShownAlarm;
  readonly detail: AlarmDetail | undefined;
  readonly singleKeys: boolean;
  readonly roads: AlarmPageRoads;
  readonly eventLine: (event: EventView, zone: string) => ReactNode;
  readonly more?: ReactNode;
}

export function OneAlarm(props: OneAlarmProps): ReactElement {
  const { shown, detail, singleKeys, roads, eventLine, more } = props;
  const { alarm } = shown;
  const cameras = useQuery(camerasQuery());
  const handling = useAlarmHandling(shown);
  const neighbours = useNeighbours(alarm.id);
  const narrow = useNarrow();
  const place = useRef<HTMLElement>(null);
  const seen = cameras.data ?? [];
  const ids = [...new Set([alarm.cameraId ?? [], ...alarm.linkedCameraIds].flat())];
  const [own, ...linked] = ids.flatMap((id) => seen.find((camera) => camera.id === id) ?? []);
  const zone = useSiteZone();
  useAlarmPageKeys({ singleKeys, handling, neighbours, roads });
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  const actions = (
    <div className="rounded-control border border-line bg-panel p-3">
      {handling.offered.length === 0 && (
        <p className="text-sm text-text-2">
          {t(alarm.closed === null ? 'alarm.look-only' : 'alarm.is-closed')}
        </p>
      )}
      <AlarmButtons handling={handling} large={narrow} />
      <AlarmAsking handling={handling} />
    </div>
  );
  return (
    <article
      ref={place}
      tabIndex={-1}
      aria-label={alarmLine(alarm)}
      data-alarm={alarm.id}
      className="@container flex min-h-0 min-w-0 grow flex-col outline-none focus-visible:shadow-none"
    >
      <AlarmHead shown={shown} zone={zone} neighbours={neighbours} roads={roads} more={more} />
      <div className="relative flex min-h-0 grow flex-col gap-4 overflow-y-auto p-3 sm:p-4 @min-[1100px]:flex-row @min-[1100px]:items-start">
        <div className="flex min-w-0 flex-col gap-4 @min-[1100px]:grow">
          <AlarmPictures alarm={alarm} camera={own} onOpenCamera={roads.openCamera} />
          {!narrow && linked.length > 0 && (
            <LinkedCameras cameras={linked.slice(0, 8)} onOpenCamera={roads.openCamera} />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4 @min-[1100px]:w-96 @min-[1100px]:shrink-0">
          {!narrow && actions}
          <Procedure text={alarm.procedure} />
          {narrow && linked.length > 0 && (
            <LinkedCameras cameras={linked.slice(0, 8)} onOpenCamera={roads.openCamera} />
          )}
          <AlarmFacts alarm={alarm} zone={zone} />
          <AlarmHistory detail={detail} zone={zone} eventLine={eventLine} />
        </div>
      </div>
      {narrow && (
        <div className="max-h-[60%] shrink-0 overflow-y-auto border-t border-line p-2">
          {actions}
        </div>
      )}
    </article>
  );
}
