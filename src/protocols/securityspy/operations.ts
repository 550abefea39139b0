import type { Operations } from '../protocol.ts';
import { arming } from './arming.ts';
import { armingChange } from './arming-change.ts';
import { cameraNumber, operationOf } from './calls.ts';
import { cameras } from './cameras.ts';
import { readCameraSettings } from './endpoints-settings.ts';
import { events } from './events.ts';
import { serverIdentity } from './identity.ts';
import { pastEvents } from './past-events.ts';
import { pictureChange } from './picture-change.ts';
import { readPictureSettings } from './picture-settings.ts';
import { presets } from './presets.ts';
import { ptz } from './ptz.ts';
import { recordingOperations } from './recordings.ts';
import { systemInfo } from './system-info.ts';

export const operations = {
  async identify(link) {
    const { server, dateMs } = await systemInfo(link);
    return serverIdentity(server, dateMs);
  },
  async listCameras(link) {
    return cameras((await systemInfo(link)).cameras);
  },
  ...ptz,
  ...presets,
  ...arming,
  ...armingChange,
  ...pictureChange,
  ...events,
  ...pastEvents,
  ...recordingOperations,
  /** Only for accounts that may change settings; others end in `forbidden`. */
  async readPictureSettings(link, channel) {
    const cameraNum = cameraNumber(channel, readCameraSettings);
    const reply = await link.call({
      endpoint: readCameraSettings,
      query: { cameraNum, format: 'json' },
    });
    return readPictureSettings(reply.text, cameraNum, operationOf(readCameraSettings));
  },
} satisfies Operations;
