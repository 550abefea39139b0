import type { DeviceStream } from '../../domain/stream.ts';
import type { Variables } from '../parsing/variables.ts';
import type { DeviceLink, Operations } from '../protocol.ts';
import { armingOperations } from './arming.ts';
import { cameraParameters } from './camera-parameters.ts';
import { ipcamEndpoint, operationOf } from './endpoints.ts';
import { eventOperations } from './events.ts';
import { requireChannel } from './only-channel.ts';
import { patrolOperations } from './patrols.ts';
import { pictureOperations } from './picture-change.ts';
import { portOperations } from './ports.ts';
import { ptzOperations } from './ptz.ts';
import {
  describesItself,
  readReply,
  toCamera,
  toIdentity,
  toPictureSettings,
  toStatus,
  withDescription,
} from './replies.ts';

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
    requireChannel(channel);
    return toPictureSettings(await cameraParameters(link));
  },
  ...ptzOperations,
  ...patrolOperations,
  ...portOperations,
  ...armingOperations,
  ...pictureOperations,
  ...eventOperations,
} satisfies Operations;
