import { useStore } from 'zustand';
import type { SteeringReport } from '../../api/control.ts';
import { controlState } from '../../device-access/control-state.ts';

/** Who steers a camera and how it stands, as last told; undefined while nobody tells. */
export function useSteeringReport(cameraId: string): SteeringReport | undefined {
  return useStore(controlState, (state) => state.reports.get(cameraId));
}
