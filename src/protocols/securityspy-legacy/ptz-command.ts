import type { DeviceLink } from '../protocol.ts';
import { cameraNumber } from './camera-number.ts';
import { sendCommand } from './command.ts';
import type { legacyEndpoint } from './endpoints.ts';

type Row = (typeof legacyEndpoint)['move' | 'presetGo' | 'presetSave'];

/** "PTZ command": "OK" as text if the command was accepted. */
export async function sendPtz(
  link: DeviceLink,
  channel: string,
  endpoint: Row,
  command: number,
): Promise<void> {
  const query = { cameraNum: cameraNumber(channel), command };
  await sendCommand(link, { endpoint, query, success: /^\s*OK\s*$/ });
}
