import type { PageTicket } from '../api/camera.ts';
import { routes } from '../api/routes.ts';
import { requestJson } from './request.ts';

/** Asks for an address at which the camera's own page loads once, on an origin of its own. */
export function openDevicePage(cameraId: string): Promise<PageTicket> {
  return requestJson<PageTicket>(routes.page(cameraId), { method: 'POST' });
}
