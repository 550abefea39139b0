import { useQuery } from '@tanstack/react-query';
import type { CameraView } from '../api/camera.ts';
import { siteQuery } from './queries.ts';

/** The zone in which times of a camera are shown: its device's own, else that of the site. */
export function useCameraZone({ zone }: Pick<CameraView, 'zone'>): string {
  const site = useQuery(siteQuery());
  return zone ?? site.data?.zone ?? 'UTC';
}
