import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { CameraView } from '../../api/camera.ts';
import type { View } from '../../domain/view.ts';
import type { WallAlarmView } from '../../playback/wall-alarms/wall-alarms.ts';
import type { WallControl } from './wall-control.ts';
import type { WallState } from './wall-store.ts';

export interface WallContextValue {
  readonly control: WallControl;
  readonly view: View;
  readonly cameras: ReadonlyMap<string, CameraView>;
  readonly alarms: WallAlarmView;
  /** Absent for whoever may not look after devices. */
  readonly openDevice: ((deviceId: string) => void) | undefined;
}

export const WallContext = createContext<WallContextValue | null>(null);

export function useWall(): WallContextValue {
  const value = useContext(WallContext);
  if (value === null) throw new TypeError('useWall needs a WallContext around it');
  return value;
}

export function useWallState<T>(select: (state: WallState) => T): T {
  return useStore(useWall().control.store, select);
}
