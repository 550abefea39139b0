import type { CameraView } from '../api/camera.ts';
import { useSiteZone } from './use-site-zone.ts';

/** The zone in which times of a camera are shown: its device's own, else that of the site. */
export function useCameraZone({ zone }: Pick<CameraView, 'zone'>): string {
  const site = useSiteZone();
  return zone ?? site;
}
