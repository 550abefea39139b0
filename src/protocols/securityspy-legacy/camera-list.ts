import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink, DeviceReply } from '../protocol.ts';
import { readMode } from './camera-mode.ts';
import { cameraNumber } from './camera-number.ts';
import { featuresOfPage } from './controls-page.ts';
import { legacyEndpoint, operationOf } from './endpoints.ts';
import { type ReportedCamera, readSystemInfo, type SystemInfo } from './system-info.ts';

/** Failures that only say that this server has no such list. A refused account is none of them. */
const without: ReadonlySet<string> = new Set([
  'unsupported',
  'forbidden',
  'rejected',
  'malformed-reply',
]);

/** What the server says of itself and its cameras; undefined where it has no list of them. */
export async function systemInfo(
  link: DeviceLink,
): Promise<(SystemInfo & Pick<DeviceReply, 'receivedAtMs'>) | undefined> {
  const endpoint = legacyEndpoint.systemInfo;
  try {
    const { text, receivedAtMs } = await link.call({ endpoint });
    const info = readSystemInfo(text, operationOf(endpoint));
    return info.cameras.length === 0 ? undefined : { ...info, receivedAtMs };
  } catch (failure) {
    if (failure instanceof DeviceError && without.has(failure.kind)) return undefined;
    throw failure;
  }
}

/**
 * What the server says of how one camera moves, in its list or else on the page with its buttons.
 * @throws DeviceError `channel-unknown` where the list has no such camera
 */
export async function steerableCamera(
  link: DeviceLink,
  channel: string,
): Promise<Pick<ReportedCamera, 'ptz' | 'presetNames'>> {
  const number = cameraNumber(channel);
  const info = await systemInfo(link);
  if (info === undefined) {
    await readMode(link, number);
    return { ptz: await featuresOfPage(link, number), presetNames: [] };
  }
  const camera = info.cameras.find((one) => one.number === number);
  if (camera !== undefined) return camera;
  const operation = operationOf(legacyEndpoint.systemInfo);
  throw new DeviceError('rejected', 'channel-unknown', { operation });
}
