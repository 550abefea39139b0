import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import type { pictureSettingsSchema } from '../api/camera.ts';
import { routes } from '../api/routes.ts';
import type { ArmingView, OutputView, outputListSchema } from '../api/site-control.ts';
import type { ArmingChange } from '../domain/arming.ts';
import type { PictureSettingsChange } from '../domain/camera.ts';
import { askAgainAfterFailure } from './ask-again.ts';
import { queryKeys } from './queries.ts';
import { request, requestJson } from './request.ts';

type OutputList = z.infer<typeof outputListSchema>;
type PictureSettings = z.infer<typeof pictureSettingsSchema>;

/**
 * A device pushes nothing: what others did to it by another way shows after this time. Nothing is
 * tried again before that, since until then its last word would stand as if it were true.
 */
const again = { refetchInterval: 10_000, retry: false } as const;

// Nobody pressed anything for these, so that nobody is asked for a password either.
const quiet = { asksPassword: false } as const;

export async function readOutputs(
  cameraId: string,
  signal?: AbortSignal,
): Promise<readonly OutputView[]> {
  const options = { signal, ...quiet };
  return (await requestJson<OutputList>(routes.outputs(cameraId), options)).outputs;
}

export function readArming(cameraId: string, signal?: AbortSignal): Promise<ArmingView> {
  return requestJson<ArmingView>(routes.arming(cameraId), { signal, ...quiet });
}

export function readPictureSettings(
  cameraId: string,
  signal?: AbortSignal,
): Promise<PictureSettings> {
  return requestJson<PictureSettings>(routes.pictureSettings(cameraId), { signal, ...quiet });
}

export function outputsQuery(cameraId: string) {
  return queryOptions({
    queryKey: [...queryKeys['site-control'], cameraId, 'outputs'],
    queryFn: ({ signal }) => readOutputs(cameraId, signal),
    ...again,
  });
}

export function armingQuery(cameraId: string) {
  return queryOptions({
    queryKey: [...queryKeys['site-control'], cameraId, 'arming'],
    queryFn: ({ signal }) => readArming(cameraId, signal),
    ...again,
  });
}

/** They change rarely, and a slider must not jump under somebody's hand: fresh for a minute. */
export function pictureSettingsQuery(cameraId: string) {
  return queryOptions({
    queryKey: [...queryKeys['site-control'], cameraId, 'picture-settings'],
    queryFn: ({ signal }) => readPictureSettings(cameraId, signal),
    staleTime: 60_000,
    ...askAgainAfterFailure,
  });
}

export async function switchOutput(cameraId: string, outputId: string, on: boolean): Promise<void> {
  await request(routes.output(cameraId, outputId), { method: 'PUT', body: { on } });
}

export async function changeArming(cameraId: string, change: ArmingChange): Promise<void> {
  await request(routes.arming(cameraId), { method: 'POST', body: change });
}

export async function changePictureSettings(
  cameraId: string,
  change: PictureSettingsChange,
): Promise<void> {
  await request(routes.pictureSettings(cameraId), { method: 'PATCH', body: change });
}
