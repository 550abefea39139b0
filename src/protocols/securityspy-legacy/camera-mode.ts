import type { DeviceLink } from '../protocol.ts';
import { legacyEndpoint, operationOf } from './endpoints.ts';
import { readCameraMode } from './replies.ts';

/** "Camera status": `ACTIVE` or `PASSIVE`. */
export async function readMode(link: DeviceLink, cameraNum: number): Promise<string> {
  const endpoint = legacyEndpoint.cameraStatus;
  const reply = await link.call({ endpoint, query: { cameraNum } });
  return readCameraMode(reply.text, operationOf(endpoint));
}
