import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { CameraView } from '../../api/camera.ts';
import { alarmState } from '../../device-access/alarm-state.ts';
import { openEventFeed } from '../../device-access/event-feed.ts';
import { tileCount } from '../../domain/layout-grid.ts';
import type { View } from '../../domain/view.ts';
import { WallAlarms, type WallAlarmView } from './wall-alarms.ts';

export interface WallWithAlarms {
  readonly view: View;
  readonly cameras: readonly CameraView[];
  readonly attended: boolean;
}

/** What alarms do to a wall, for as long as it is mounted. */
export function useWallAlarms({ view, cameras, attended }: WallWithAlarms): {
  readonly alarms: WallAlarmView;
  readonly machine: WallAlarms;
} {
  const [machine] = useState(() => new WallAlarms());
  const { alarms, flood } = useStore(alarmState);
  const known = useMemo(() => new Set(cameras.map(({ id }) => id)), [cameras]);
  const { cells, layout, alarmPolicy: policy } = view;
  const onWall = useMemo(
    () => new Set(cells.slice(0, tileCount(layout)).flatMap((cell) => cell?.cameraId ?? [])),
    [cells, layout],
  );
  useEffect(() => openEventFeed(), []);
  useEffect(() => {
    // Where nobody tells of alarms the wall stays as it is: unknown is not over.
    if (alarms === null) return;
    machine.update({
      policy,
      attended,
      alarms: [...alarms.values()],
      flood: flood.active,
      known,
      onWall,
    });
  }, [machine, policy, attended, alarms, flood.active, known, onWall]);
  useEffect(() => () => machine.stop(), [machine]);
  return { alarms: useSyncExternalStore(machine.subscribe, machine.get), machine };
}
