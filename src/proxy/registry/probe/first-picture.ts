import { DeviceError } from '../../../domain/device-error.ts';
import type { DeviceStream, StreamKind } from '../../../domain/stream.ts';
import type { DeviceConnection } from '../../link/device-connection.ts';
import type { ActiveCamera } from '../active-device.ts';

const snapshotLimits = { maximumBytes: 8 * 1024 * 1024, deadlineMs: 8000 };
const ofStill = Buffer.from([0xff, 0xd8, 0xff]);
const ofFlv = Buffer.from('FLV');
const ofPlaylist = Buffer.from('#EXTM3U');

/** What the first bytes of each kind must hold; kinds that are absent cannot be looked at. */
const marks: Partial<Record<StreamKind, (head: Buffer) => boolean>> = {
  jpeg: (head) => head.subarray(0, 3).equals(ofStill),
  mjpeg: (head) => head.includes(ofStill) || head.subarray(0, 2).toString() === '--',
  flv: (head) => head.subarray(0, 3).equals(ofFlv),
  hls: (head) => head.includes(ofPlaylist),
  rtsp: (head) => head.includes('m=video'),
};

/**
 * Fetches one live picture of a camera, or the beginning of its stream where it has no still.
 * @returns a fact such as `JPEG, 41 KiB`
 */
export async function firstPicture(
  connection: DeviceConnection,
  camera: ActiveCamera,
): Promise<string> {
  const { snapshotTarget, streams } = camera.row.description;
  if (snapshotTarget !== undefined) {
    const { bytes } = await connection.readFile(snapshotTarget, snapshotLimits);
    if (!bytes.subarray(0, 3).equals(ofStill)) throw notAPicture(bytes, 'not-a-picture');
    return `JPEG, ${Math.ceil(bytes.length / 1024)} KiB`;
  }
  const fit = streams.filter(({ kind }) => marks[kind] !== undefined);
  const stream = fit.find(({ kind }) => kind !== 'rtsp') ?? fit[0];
  if (!stream) throw new DeviceError('unsupported', 'not-supported');
  return beginning(connection, stream);
}

async function beginning(connection: DeviceConnection, stream: DeviceStream): Promise<string> {
  const { status, head } =
    stream.kind === 'rtsp'
      ? await connection.describe(stream)
      : await connection.peek(stream.target, stream.port);
  const detail = String(status);
  if (status === 401) throw new DeviceError('unauthorized', 'login-refused', { detail });
  if (status === 403) throw new DeviceError('forbidden', 'no-permission', { detail });
  if (status === 404) throw new DeviceError('unsupported', 'not-found', { detail });
  if (status !== 200) throw new DeviceError('rejected', 'unexpected-reply', { detail });
  const bytes = Buffer.from(head);
  if (!marks[stream.kind]?.(bytes)) throw notAPicture(bytes, 'not-a-stream');
  return stream.kind.toUpperCase();
}

function notAPicture(bytes: Buffer, reason: 'not-a-picture' | 'not-a-stream'): DeviceError {
  const html = /^\s*<(!doctype|html|head|body)/i.test(bytes.subarray(0, 200).toString('latin1'));
  if (bytes.length === 0) return new DeviceError('malformed-reply', 'empty-reply');
  return new DeviceError('malformed-reply', html ? 'html-page' : reason);
}
