import { type RefObject, useEffect, useMemo } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { tileCount } from '../../domain/layout-grid.ts';
import type { View } from '../../domain/view.ts';
import { useWallAlarms } from '../../playback/wall-alarms/use-wall-alarms.ts';
import type { WallAlarms, WallAlarmView } from '../../playback/wall-alarms/wall-alarms.ts';
import type { WallControl } from './wall-control.ts';
import type { WallState } from './wall-store.ts';

const handsMs = 10_000;
/** Whoever walks over the tiles by keys looks at the one that has the focus. */
const focusMs = 30_000;

export interface AlarmsOnWall {
  readonly alarms: WallAlarmView;
  readonly dismiss: (alarmId: string) => void;
}

/** What alarms do to this wall, which leaves it alone while somebody has hands on it. */
export function useAlarmsOnWall(
  wall: { readonly view: View; readonly cameras: readonly CameraView[] },
  control: WallControl,
  place: RefObject<HTMLElement | null>,
): AlarmsOnWall {
  const { view, cameras } = wall;
  const { alarms, machine } = useWallAlarms({ view, cameras, attended: true });
  useEffect(() => watchHands(machine, control, place.current), [machine, control, place]);
  const { alarmPolicy, layout } = view;
  const cameraId = alarmPolicy === 'hotspot' ? alarms.shown?.cameraId : undefined;
  useEffect(() => {
    const tile = tileCount(layout) - 1;
    control.store.setState({ lent: cameraId === undefined ? null : { tile, cameraId } });
  }, [control, layout, cameraId]);
  return useMemo(
    () => ({ alarms, dismiss: (alarmId) => machine.dismiss(alarmId) }),
    [alarms, machine],
  );
}

function watchHands(
  machine: WallAlarms,
  control: WallControl,
  place: HTMLElement | null,
): () => void {
  const touch = () => {
    const focused = place?.querySelector('[data-wall-tile]:focus-visible') != null;
    machine.hold(Date.now() + (focused ? focusMs : handsMs));
  };
  const moves = ['pointermove', 'pointerdown', 'wheel', 'keydown'] as const;
  for (const move of moves) place?.addEventListener(move, touch, { passive: true });
  const end = control.store.subscribe((now, before) => {
    if (isBusy(now)) machine.hold(Number.POSITIVE_INFINITY);
    else if (isBusy(before)) machine.release(Date.now() + handsMs);
    else if (now.selected !== before.selected) touch();
  });
  return () => {
    for (const move of moves) place?.removeEventListener(move, touch);
    end();
  };
}

/** Something is under way on the wall, or one tile was chosen to fill it. */
function isBusy({ lifted, drag, solo, typed }: WallState): boolean {
  return lifted !== null || drag !== null || solo !== null || typed !== '';
}
