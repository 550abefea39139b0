import type { PictureSettingsChange } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink, EndpointCall } from '../protocol.ts';
import type { SiteOperations } from '../site-operations.ts';
import { cameraParameters } from './camera-parameters.ts';
import { sendCommand } from './command.ts';
import { ipcamEndpoint, operationOf } from './endpoints.ts';
import { requireChannel } from './only-channel.ts';
import { pictureModes, toPictureSettings } from './replies.ts';

/**
 * camera_control.cgi sets both turns at once, so the one that stays has to be known.
 * @returns undefined where neither is to change
 */
async function orientation(
  link: DeviceLink,
  { flipped, mirrored }: PictureSettingsChange,
): Promise<number | undefined> {
  if (flipped === undefined && mirrored === undefined) return undefined;
  const known = flipped !== undefined && mirrored !== undefined;
  const now = known ? {} : toPictureSettings(await cameraParameters(link));
  const [flip, mirror] = [flipped ?? now.flipped, mirrored ?? now.mirrored];
  if (flip === undefined || mirror === undefined) {
    const operation = operationOf(ipcamEndpoint.readCamera);
    throw new DeviceError('malformed-reply', 'unexpected-reply', { operation, detail: 'flip' });
  }
  return (flip ? 1 : 0) + (mirror ? 2 : 0);
}

/** One request for each setting, by its number in camera_control.cgi. */
async function changeCalls(
  link: DeviceLink,
  change: PictureSettingsChange,
): Promise<EndpointCall[]> {
  const { brightness, contrast, mode } = change;
  const wanted = [
    { endpoint: ipcamEndpoint.brightness, param: 1, value: brightness },
    { endpoint: ipcamEndpoint.contrast, param: 2, value: contrast },
    {
      endpoint: ipcamEndpoint.mode,
      param: 3,
      value: mode === undefined ? undefined : pictureModes.indexOf(mode),
    },
    { endpoint: ipcamEndpoint.orientation, param: 5, value: await orientation(link, change) },
  ];
  return wanted
    .filter(({ value }) => value !== undefined)
    .map(({ endpoint, ...query }) => ({ endpoint, query }));
}

export const pictureOperations = {
  /** Changes nothing where one of the values is out of its range. */
  async changePictureSettings(link, channel, change) {
    requireChannel(channel);
    const calls = await changeCalls(link, change);
    for (const { endpoint, query } of calls) {
      if (endpoint.query.safeParse(query).success) continue;
      const operation = operationOf(endpoint);
      throw new DeviceError('rejected', 'illegal-parameter', { operation, detail: 'value' });
    }
    for (const call of calls) await sendCommand(link, call);
  },
} satisfies SiteOperations;
