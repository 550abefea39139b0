import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { noCapabilities } from '../../domain/camera.ts';
import type { DeviceStream } from '../../domain/stream.ts';
import type { ProxyParts } from '../api/proxy-parts.ts';
import { avcConfiguration, flvHeader, flvTag, script } from '../media/test-flv.ts';
import { part, picture, plain } from '../media/test-pictures.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import { opaqueId } from '../registry/opaque-id.ts';

const pictureEveryMs = 40;
const tsPacketBytes = 188;

const markedStreams: readonly DeviceStream[] = [
  { id: 'pictures', kind: 'mjpeg', quality: 'main', target: '/live.mjpeg' },
  { id: 'flv', kind: 'flv', quality: 'main', target: '/live.flv' },
  { id: 'hls', kind: 'hls', quality: 'main', target: '/live/index.m3u8' },
  { id: 'page', kind: 'page', quality: 'main', target: '/watch' },
];

/** A camera of a test of which every byte that can be seen says whose it is. */
export interface MarkedDevice {
  readonly number: number;
  readonly origin: string;
  /** What it was asked, as `METHOD /path`. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

export function markOf(number: number): string {
  return `mark-${number};`;
}

/** Number of the camera that a picture comes from. */
export function numberOfPicture(jpeg: Buffer): number {
  return jpeg.readUInt32BE(6);
}

export async function startMarkedDevice(number: number): Promise<MarkedDevice> {
  const asked: string[] = [];
  const mark = Buffer.from(markOf(number).repeat(8));
  const jpeg = picture(number, 600);
  const segment = Buffer.alloc(2 * tsPacketBytes);
  segment.set(mark, 8);
  segment[0] = 0x47;
  segment[tsPacketBytes] = 0x47;
  const key = flvTag(9, 0, Buffer.concat([Buffer.from([0x17, 1, 0, 0, 0]), mark]));
  const repeat = (response: ServerResponse, bytes: Buffer) => {
    const timer = setInterval(() => response.write(bytes), pictureEveryMs);
    response.once('close', () => clearInterval(timer));
  };
  const answers: Record<string, (response: ServerResponse) => void> = {
    '/still.jpg': (response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(jpeg);
    },
    '/get_camera_params.cgi': (response) => {
      response.end(`var resolution=32;\nvar brightness=${number};\nvar contrast=1;\nvar mode=0;\n`);
    },
    '/live.mjpeg': (response) => {
      response.writeHead(200, { 'content-type': 'multipart/x-mixed-replace;boundary=ipcamera' });
      repeat(response, part(plain, jpeg));
    },
    '/live.flv': (response) => {
      response.writeHead(200, { 'content-type': 'video/x-flv' });
      response.write(Buffer.concat([flvHeader, script, avcConfiguration]));
      repeat(response, key);
    },
    '/live/index.m3u8': (response) => {
      response.writeHead(200, { 'content-type': 'application/vnd.apple.mpegurl' });
      response.end('#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\na.ts\n#EXTINF:2,\nb.ts\n');
    },
    '/live/a.ts': (response) => void response.end(segment),
    '/live/b.ts': (response) => void response.end(segment),
    // µ-law, of which the mark is as good as any, and the other way round whatever is played.
    '/sound': (response) => {
      response.writeHead(200, { 'content-type': 'audio/basic' });
      repeat(response, Buffer.alloc(320, mark));
    },
    '/loudspeaker': (response) => {
      response.req.resume().on('end', () => response.end('OK'));
    },
    '/silent': () => undefined,
    '/watch': (response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<p>${markOf(number)}</p>`);
    },
  };
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    asked.push(`${request.method} ${path}`);
    const answer = answers[path];
    if (answer) answer(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    number,
    asked,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The device with its one camera, as a probe would have found it. */
function activate({ registry }: ProxyParts, { number, origin }: MarkedDevice): ActiveDevice {
  const id = opaqueId();
  const name = `Marked ${number}`;
  const row = { id, name, protocolId: 'ipcam', origin, entryTarget: '/', username: '' };
  const device = registry.activate(row, undefined);
  const description = {
    capabilities: noCapabilities,
    streams: markedStreams,
    snapshotTarget: '/still.jpg',
    sound: { target: '/sound', codec: 'mulaw', contentType: 'audio/basic' },
    loudspeaker: { target: '/loudspeaker', codec: 'mulaw', contentType: 'audio/g711-ulaw' },
  } as const;
  const camera = { id: opaqueId(), deviceId: id, channel: '1', number, name, enabled: true };
  device.cameras = [{ row: { ...camera, description }, state: 'connected', stateSinceMs: 0 }];
  return device;
}

/** @returns the id of its camera */
export async function register(parts: ProxyParts, marked: MarkedDevice): Promise<string> {
  const device = activate(parts, marked);
  await parts.registry.add(device, { name: device.row.name, cameras: [] });
  return device.cameras[0]?.row.id ?? '';
}

/** @returns the id of its camera, which nobody has saved yet */
export function draft(parts: ProxyParts, marked: MarkedDevice): string {
  const device = activate(parts, marked);
  parts.drafts.add(device);
  return device.cameras[0]?.row.id ?? '';
}
