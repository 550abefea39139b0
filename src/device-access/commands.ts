import type { ConsoleCall, ConsoleReply } from '../api/console.ts';
import type { DeviceChange, DeviceView, NewDevice } from '../api/device.ts';
import { routes } from '../api/routes.ts';
import type { ViewContent } from '../api/view.ts';
import type { View } from '../domain/view.ts';
import { request, requestJson } from './request.ts';

/** Reaching a device while it is saved may take the dial and every channel's streams. */
const deviceTimeoutMs = 30_000;

export function createView(content: ViewContent): Promise<View> {
  return requestJson<View>(routes.views, { method: 'POST', body: content });
}

export function saveView(viewId: string, content: ViewContent): Promise<View> {
  return requestJson<View>(routes.view(viewId), { method: 'PUT', body: content });
}

export async function removeView(viewId: string): Promise<void> {
  await request(routes.view(viewId), { method: 'DELETE' });
}

/** Saves a draft that a probe made. */
export function createDevice(device: NewDevice): Promise<DeviceView> {
  return requestJson<DeviceView>(routes.devices, {
    method: 'POST',
    body: device,
    timeoutMs: deviceTimeoutMs,
  });
}

export function changeDevice(deviceId: string, change: DeviceChange): Promise<DeviceView> {
  return requestJson<DeviceView>(routes.device(deviceId), {
    method: 'PATCH',
    body: change,
    timeoutMs: deviceTimeoutMs,
  });
}

export async function removeDevice(deviceId: string): Promise<void> {
  await request(routes.device(deviceId), { method: 'DELETE' });
}

/** Asks one endpoint of a device. Kept nowhere: the reply may hold what its reader alone may see. */
export function callEndpoint(
  deviceId: string,
  endpointId: string,
  call: ConsoleCall,
  signal: AbortSignal,
): Promise<ConsoleReply> {
  return requestJson<ConsoleReply>(routes.endpoint(deviceId, endpointId), {
    method: 'POST',
    body: call,
    timeoutMs: deviceTimeoutMs,
    signal,
  });
}
