import '../messages/use-desk.ts';

import { useLocation, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useAlarms } from '../device-access/use-alarms.ts';
import {
  AlarmDock,
  AlarmStrip,
  AlarmsPage,
  type AlarmsPlace,
  AlarmWatch,
  type DeskRoads,
  firstWaiting,
  useDeskKeys,
  wantAlarm,
} from '../features/alarms/index.ts';
import { preferences } from '../features/live-wall/preferences.ts';
import { AlarmLinks } from './alarm-links.tsx';
import type { DockPlace } from './use-alarm-dock.ts';

export { AlarmBadge } from '../features/alarms/index.ts';

export interface AlarmPartsProps {
  readonly dock: DockPlace;
}

/** The alarms beside every page. Without room for the dock they are watched all the same. */
export function AlarmParts({ dock }: AlarmPartsProps) {
  const roads = useDeskRoads();
  const path = useLocation({ select: (location) => location.pathname });
  const shown = useAlarms();
  useDeskKeys(roads.singleKeys, {
    toggleDock: () => dock.fits && dock.toggle(),
    next: () => {
      const first = firstWaiting(shown ?? [])?.alarm.id;
      if (first === undefined) return;
      if (!dock.fits && path !== '/alarms') {
        roads.openAlarm(first);
        return;
      }
      if (dock.fits && !dock.open) dock.toggle();
      wantAlarm(first);
    },
  });
  return (
    <>
      <AlarmWatch
        onOpen={(alarmId) => (alarmId === null ? roads.openAll() : roads.openAlarm(alarmId))}
      />
      {dock.open && <AlarmDock roads={roads} onCollapse={dock.toggle} />}
    </>
  );
}

/** The alarms in the status strip. */
export function ShellAlarmStrip({ dock }: AlarmPartsProps) {
  const roads = useDeskRoads();
  return (
    <AlarmStrip
      dockOpen={dock.fits ? dock.open : undefined}
      onPress={dock.fits ? dock.toggle : roads.openAll}
    />
  );
}

export interface AlarmsViewProps {
  readonly place: AlarmsPlace;
  readonly onPlace: (place: AlarmsPlace) => void;
}

export function AlarmsView({ place, onPlace }: AlarmsViewProps) {
  const roads = useDeskRoads();
  return <AlarmsPage place={place} onPlace={onPlace} roads={roads} links={<AlarmLinks />} />;
}

function useDeskRoads(): DeskRoads {
  const { history } = useRouter();
  const singleKeys = useStore(preferences, (state) => state.singleKeys);
  return useMemo(
    () => ({
      singleKeys,
      openAlarm: (alarmId) => history.push(`/alarms/${encodeURIComponent(alarmId)}`),
      openAll: () => history.push('/alarms'),
    }),
    [history, singleKeys],
  );
}
