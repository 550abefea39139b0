import type { DeviceCamera } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink, Operations } from '../protocol.ts';
import { searchCameras } from './camera-search.ts';
import { foundCamera, listedCamera } from './cameras.ts';
import { legacyEndpoint } from './endpoints.ts';
import { readSystemInfo, type SystemInfo } from './system-info.ts';

/** Failures that only say that this server has no such list. A refused account is none of them. */
const without: ReadonlySet<string> = new Set([
  'unsupported',
  'forbidden',
  'rejected',
  'malformed-reply',
]);

/** What the server says of itself and its cameras; undefined where it has no list of them. */
async function systemInfo(link: DeviceLink): Promise<SystemInfo | undefined> {
  const endpoint = legacyEndpoint.systemInfo;
  try {
    const reply = await link.call({ endpoint });
    const info = readSystemInfo(reply.text, `securityspy-legacy.${endpoint.id}`);
    return info.cameras.length === 0 ? undefined : info;
  } catch (failure) {
    if (failure instanceof DeviceError && without.has(failure.kind)) return undefined;
    throw failure;
  }
}

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
    for await (const number of search) found.push(foundCamera(number));
    return found;
  },
} satisfies Operations;
