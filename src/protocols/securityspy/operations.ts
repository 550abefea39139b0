import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink, Operations } from '../protocol.ts';
import { cameras } from './cameras.ts';
import { readCameraSettings } from './endpoints-settings.ts';
import { systemInfoJson } from './endpoints-system.ts';
import { serverIdentity } from './identity.ts';
import { readPictureSettings } from './picture-settings.ts';
import { readSystemInfo } from './system-info.ts';

async function systemInfo(link: DeviceLink) {
  const reply = await link.call({ endpoint: systemInfoJson, query: { format: 'json' } });
  const info = readSystemInfo(reply.text, `securityspy.${systemInfoJson.id}`);
  return { ...info, dateMs: reply.dateMs };
}

export const operations = {
  async identify(link) {
    const { server, dateMs } = await systemInfo(link);
    return serverIdentity(server, dateMs);
  },
  async listCameras(link) {
    return cameras((await systemInfo(link)).cameras);
  },
  /** Only for accounts that may change settings; others end in `forbidden`. */
  async readPictureSettings(link, channel) {
    const operation = `securityspy.${readCameraSettings.id}`;
    if (!/^\d{1,4}$/.test(channel)) throw new DeviceError('rejected', 'not-found', { operation });
    const cameraNum = Number(channel);
    const reply = await link.call({
      endpoint: readCameraSettings,
      query: { cameraNum, format: 'json' },
    });
    return readPictureSettings(reply.text, cameraNum, operation);
  },
} satisfies Operations;
