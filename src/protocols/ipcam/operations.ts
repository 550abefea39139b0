import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceStream } from '../../domain/stream.ts';
import type { Variables } from '../parsing/variables.ts';
import type { DeviceLink, Endpoint, Operations } from '../protocol.ts';
import { ipcamEndpoint } from './endpoints.ts';
import {
  describesItself,
  readCameraParameters,
  readReply,
  toCamera,
  toIdentity,
  toPictureSettings,
  toStatus,
  withDescription,
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

/** Statuses that mean "not for this account", or "not in this firmware". */
const withheld = [401, 403, 404] as const;

/**
 * What the device says of itself. get_params.cgi is for administrators and sends every password
 * along, so it is asked only where get_status.cgi is as terse as the document.
 */
async function selfDescription(link: DeviceLink): Promise<Variables> {
  const { readStatus, readSettings } = ipcamEndpoint;
  const status = toStatus(
    (await link.call({ endpoint: readStatus })).text,
    operationOf(readStatus),
  );
  if (describesItself(status)) return status;
  const reply = await link.call({ endpoint: readSettings }, { acceptStatus: withheld });
  if (reply.status >= 400) return status;
  return withDescription(status, readReply(reply.text, operationOf(readSettings)));
}

export const operations = {
  async identify(link) {
    await cameraParameters(link);
    return toIdentity(await selfDescription(link));
  },
  async listCameras(link) {
    await cameraParameters(link);
    return [toCamera(await selfDescription(link), { streams, snapshotTarget })];
  },
  async readPictureSettings(link, channel) {
    if (channel !== '1') {
      const operation = operationOf(ipcamEndpoint.readCamera);
      throw new DeviceError('rejected', 'not-found', { operation });
    }
    return toPictureSettings(await cameraParameters(link));
  },
} satisfies Operations;
