import { routes } from '../api/routes.ts';
import { request, transportFault } from './request.ts';

/** A still picture at the device's own resolution, as the device made it. */
export async function fetchSnapshot(cameraId: string, signal?: AbortSignal): Promise<Blob> {
  const response = await request(routes.snapshot(cameraId), { signal });
  try {
    return await response.blob();
  } catch (fault) {
    throw transportFault(fault, signal);
  }
}
