import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceStream } from '../../domain/stream.ts';
import type { DeviceLink, Endpoint, Operations } from '../protocol.ts';
import { ipcamEndpoint } from './endpoints.ts';
import {
  readCameraParameters,
  readReply,
  readStatus,
  toCamera,
  toIdentity,
  toPictureSettings,
} from './replies.ts';

const operationOf = (endpoint: Endpoint) => `ipcam.${endpoint.id}`;

const video = ipcamEndpoint.mjpeg.path;
const snapshotTarget = ipcamEndpoint.snapshot.path;

const streams: readonly DeviceStream[] = [
  {
    id: 'main-mjpeg',
    kind: 'mjpeg',
    quality: 'main',
    width: 640,
    height: 480,
    target: `${video}?resolution=32`,
  },
  {
    id: 'sub-mjpeg',
    kind: 'mjpeg',
    quality: 'sub',
    width: 320,
    height: 240,
    target: `${video}?resolution=8`,
  },
  { id: 'main-jpeg', kind: 'jpeg', quality: 'main', target: snapshotTarget },
];

/**
 * The smallest reply that needs an account, so a wrong password shows here: get_status.cgi answers
 * everybody.
 */
async function cameraParameters(link: DeviceLink) {
  const reply = await link.call({ endpoint: ipcamEndpoint.readCamera });
  return readCameraParameters(reply.text, operationOf(ipcamEndpoint.readCamera));
}

async function status(link: DeviceLink) {
  const reply = await link.call({ endpoint: ipcamEndpoint.readStatus });
  return readStatus(reply.text, operationOf(ipcamEndpoint.readStatus));
}

/** Statuses that mean "not for this account", or "not in this firmware". */
const withheld = [401, 403, 404] as const;

async function settings(link: DeviceLink) {
  const endpoint = ipcamEndpoint.readSettings;
  const reply = await link.call({ endpoint }, { acceptStatus: withheld });
  return reply.status >= 400 ? undefined : readReply(reply.text, operationOf(endpoint));
}

export const operations = {
  async identify(link) {
    await cameraParameters(link);
    return toIdentity(await status(link), await settings(link));
  },
  async listCameras(link) {
    await cameraParameters(link);
    return [toCamera(await status(link), { streams, snapshotTarget })];
  },
  async readPictureSettings(link, channel) {
    if (channel !== '1') {
      const operation = operationOf(ipcamEndpoint.readCamera);
      throw new DeviceError('rejected', 'not-found', { operation });
    }
    return toPictureSettings(await cameraParameters(link));
  },
} satisfies Operations;
