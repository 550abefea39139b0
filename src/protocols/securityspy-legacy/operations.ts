import type { DeviceCamera } from '../../domain/camera.ts';
import type { Operations } from '../protocol.ts';
import { armingOperations } from './arming.ts';
import { systemInfo } from './camera-list.ts';
import { searchCameras } from './camera-search.ts';
import { foundCamera, listedCamera } from './cameras.ts';
import { featuresOfPage } from './controls-page.ts';
import { eventOperations } from './events.ts';
import { presetOperations } from './presets.ts';
import { ptzOperations } from './ptz.ts';
import { recordingOperations } from './recordings.ts';

export const operations = {
  async identify(link) {
    const info = await systemInfo(link);
    if (info !== undefined) return info.identity;
    // Nothing in the document tells who answers; one camera proves the account and the product.
    await searchCameras(link).next();
    return { product: 'SecuritySpy' };
  },
  async listCameras(link) {
    const info = await systemInfo(link);
    if (info !== undefined) return info.cameras.map(listedCamera);
    const found: DeviceCamera[] = [];
    const search = searchCameras(link, (done, most) => link.progress(done, most));
    for await (const number of search) {
      found.push(foundCamera(number, await featuresOfPage(link, number)));
    }
    return found;
  },
  ...ptzOperations,
  ...presetOperations,
  ...armingOperations,
  ...eventOperations,
  ...recordingOperations,
} satisfies Operations;
