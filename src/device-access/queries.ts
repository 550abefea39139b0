import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import type { cameraListSchema } from '../api/camera.ts';
import type { EndpointList } from '../api/console.ts';
import type { deviceListSchema } from '../api/device.ts';
import { routes } from '../api/routes.ts';
import type { Site } from '../api/site.ts';
import type { viewListSchema } from '../api/view.ts';
import { requestJson } from './request.ts';

type CameraList = z.infer<typeof cameraListSchema>;
type DeviceList = z.infer<typeof deviceListSchema>;
type ViewList = z.infer<typeof viewListSchema>;

/** The first word of each key is what a pushed change names. */
export const queryKeys = {
  site: ['site'],
  cameras: ['cameras'],
  devices: ['devices'],
  views: ['views'],
  session: ['session'],
  sessions: ['sessions'],
  people: ['people'],
  'camera-groups': ['camera-groups'],
  kiosks: ['kiosks'],
  'site-control': ['site-control'],
  exports: ['exports'],
  cases: ['cases'],
} as const;

// A change is pushed and invalidates its key, so nothing turns stale by age.
export const pushed = { staleTime: Number.POSITIVE_INFINITY } as const;

export function siteQuery() {
  return queryOptions({
    queryKey: queryKeys.site,
    queryFn: ({ signal }) => requestJson<Site>(routes.site, { signal }),
    ...pushed,
  });
}

export function camerasQuery() {
  return queryOptions({
    queryKey: queryKeys.cameras,
    queryFn: async ({ signal }) =>
      (await requestJson<CameraList>(routes.cameras, { signal })).cameras,
    ...pushed,
  });
}

export function devicesQuery() {
  return queryOptions({
    queryKey: queryKeys.devices,
    queryFn: async ({ signal }) =>
      (await requestJson<DeviceList>(routes.devices, { signal })).devices,
    ...pushed,
  });
}

export function viewsQuery() {
  return queryOptions({
    queryKey: queryKeys.views,
    queryFn: async ({ signal }) => (await requestJson<ViewList>(routes.views, { signal })).views,
    ...pushed,
  });
}

/** Documented endpoints change with the product, never with the device. */
export function endpointsQuery(deviceId: string) {
  return queryOptions({
    queryKey: ['endpoints', deviceId],
    queryFn: ({ signal }) => requestJson<EndpointList>(routes.endpoints(deviceId), { signal }),
    ...pushed,
  });
}
