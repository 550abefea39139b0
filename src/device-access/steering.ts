import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import type { RequestedAction, Steering } from '../api/control.ts';
import type { PresetView, presetListSchema, tourListSchema } from '../api/presets.ts';
import { routes } from '../api/routes.ts';
import type { NewPreset } from '../domain/preset.ts';
import type { PtzPosition } from '../domain/ptz.ts';
import type { TourPlan } from '../domain/tour.ts';
import { askAgainAfterFailure } from './ask-again.ts';
import { request, requestJson } from './request.ts';

type PresetList = z.infer<typeof presetListSchema>;
type TourList = z.infer<typeof tourListSchema>;

/** Apart from those of the cameras, whose every change would ask the device anew. */
const steeringKeys = {
  abilities: (cameraId: string) => ['steering', cameraId, 'abilities'],
  presets: (cameraId: string) => ['steering', cameraId, 'presets'],
  tours: (cameraId: string) => ['steering', cameraId, 'tours'],
  tour: (cameraId: string, tourId: string) => ['steering', cameraId, 'tours', tourId],
} as const;

/** All of these are read from the device itself, which pushes nothing: fresh for a minute. */
const fromDevice = { staleTime: 60_000, ...askAgainAfterFailure } as const;

export function steeringQuery(cameraId: string) {
  return queryOptions({
    queryKey: steeringKeys.abilities(cameraId),
    queryFn: ({ signal }) => requestJson<Steering>(routes.ptz(cameraId), { signal }),
    ...fromDevice,
  });
}

export function presetsQuery(cameraId: string) {
  return queryOptions({
    queryKey: steeringKeys.presets(cameraId),
    queryFn: async ({ signal }) =>
      (await requestJson<PresetList>(routes.presets(cameraId), { signal })).presets,
    ...fromDevice,
  });
}

export function toursQuery(cameraId: string) {
  return queryOptions({
    queryKey: steeringKeys.tours(cameraId),
    queryFn: ({ signal }) => requestJson<TourList>(routes.tours(cameraId), { signal }),
    ...fromDevice,
  });
}

/** Read anew each time that it is edited: the device may have been set up elsewhere meanwhile. */
export function tourPlanQuery(cameraId: string, tourId: string) {
  return queryOptions({
    queryKey: steeringKeys.tour(cameraId, tourId),
    queryFn: ({ signal }) => requestJson<TourPlan>(routes.tour(cameraId, tourId), { signal }),
    gcTime: 0,
  });
}

export function readPosition(cameraId: string, signal: AbortSignal): Promise<PtzPosition> {
  return requestJson<PtzPosition>(routes.ptzPosition(cameraId), { signal });
}

/** Each command names the window that steers, by what the control socket greeted it with. */
export async function actOnCamera(
  cameraId: string,
  windowId: string,
  action: RequestedAction,
): Promise<void> {
  await request(routes.ptzActions(cameraId), { method: 'POST', body: { windowId, action } });
}

export async function goToPreset(
  cameraId: string,
  windowId: string,
  presetId: string,
): Promise<void> {
  const path = routes.goToPreset(cameraId, presetId);
  await request(path, { method: 'POST', body: { windowId } });
}

/** @param picture a JPEG of what this window shows there, of at most `mostPictureBytes` */
export async function savePreset(
  cameraId: string,
  windowId: string,
  preset: NewPreset,
  picture: Blob | null,
): Promise<PresetView> {
  const shown = picture === null ? {} : { picture: await base64Of(picture) };
  const body = { windowId, ...preset, ...shown };
  return requestJson<PresetView>(routes.presets(cameraId), { method: 'POST', body });
}

export async function renamePreset(
  cameraId: string,
  presetId: string,
  name: string,
): Promise<void> {
  await request(routes.preset(cameraId, presetId), { method: 'PATCH', body: { name } });
}

export async function removePreset(cameraId: string, presetId: string): Promise<void> {
  await request(routes.preset(cameraId, presetId), { method: 'DELETE' });
}

/** Starts a tour, or stops it. */
export async function runTour(
  cameraId: string,
  windowId: string,
  tourId: string,
  run: 'start' | 'stop',
): Promise<void> {
  const path =
    run === 'start' ? routes.startTour(cameraId, tourId) : routes.stopTour(cameraId, tourId);
  await request(path, { method: 'POST', body: { windowId } });
}

export async function saveTour(
  cameraId: string,
  windowId: string,
  tourId: string,
  plan: TourPlan,
): Promise<void> {
  await request(routes.tour(cameraId, tourId), { method: 'PUT', body: { windowId, plan } });
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
