import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DeviceError } from '../../domain/device-error.ts';
import type { RecordedSpan, TimeRange } from '../../domain/recording.ts';
import type { Operations, RecordedFile } from '../../protocols/protocol.ts';
import { realEnvironment } from '../environment.ts';
import { AddressPolicy } from '../link/address-policy.ts';
import { DeviceConnection } from '../link/device-connection.ts';
import { testProtocol } from '../link/test-server.ts';
import { ActiveDevice } from '../registry/active-device.ts';
import { Sealer } from '../registry/sealer.ts';
import { twoCameras } from './telling-protocol.ts';

export const fileBytes = 1_200_000;
/** What byte stands at a place of a file. */
export const byteAt = (place: number) => (place * 31 + (place >> 8)) & 0xff;
const content = Buffer.from(Uint8Array.from({ length: fileBytes }, (_, at) => byteAt(at)));

/** A device of a test with a minute per file, recorded from one time to another on both channels. */
export interface RecordingDevice {
  readonly origin: string;
  recorded: TimeRange;
  /** Instead of an answer about spans. */
  fails: boolean;
  heedsRanges: boolean;
  /** Sends the beginning of a file and then nothing. */
  hangs: boolean;
  /** What its operations were asked, as `spans 1,2 from to`. */
  readonly asked: string[];
  /** The `Range` lines that came. */
  readonly ranges: string[];
  /** Transfers that are under way. */
  readonly transfers: number;
  register(id: string, offsetMs: number): ActiveDevice;
  stop(): Promise<void>;
}

const minuteMs = 60_000;

export async function startRecordingDevice(): Promise<RecordingDevice> {
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    device.ranges.push(request.headers.range ?? '');
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const first = device.heedsRanges ? Number(from ?? 0) : 0;
    const last = device.heedsRanges ? Math.min(Number(to), fileBytes - 1) : fileBytes - 1;
    response.writeHead(device.heedsRanges ? 206 : 200, {
      'content-type': 'text/html',
      'content-length': last - first + 1,
      ...(device.heedsRanges ? { 'content-range': `bytes ${first}-${last}/${fileBytes}` } : {}),
    });
    if (device.hangs) response.write(content.subarray(first, first + 1000));
    else response.end(content.subarray(first, last + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const device: RecordingDevice = {
    origin,
    recorded: { fromMs: 0, toMs: 0 },
    fails: false,
    heedsRanges: true,
    hangs: false,
    asked: [],
    ranges: [],
    get transfers() {
      return open.size;
    },
    register: (id, offsetMs) => activeDevice(id, device, offsetMs),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return device;
}

function operationsOf(device: RecordingDevice): Operations {
  const filesIn = (channel: string, { fromMs, toMs }: TimeRange): RecordedFile[] => {
    const files: RecordedFile[] = [];
    const end = Math.min(toMs, device.recorded.toMs);
    const begin = Math.max(fromMs, device.recorded.fromMs);
    for (let at = Math.floor(begin / minuteMs) * minuteMs; at < end; at += minuteMs) {
      files.push({
        fileId: `/secret/path/${channel}/${at}.mp4`,
        channel,
        range: { fromMs: at, toMs: at + minuteMs },
        kind: 'continuous',
        type: 'video/mp4',
      });
    }
    return files;
  };
  return {
    listRecordedSpans: async (_link, channels, range) => {
      device.asked.push(`spans ${channels.join(',')} ${range.fromMs} ${range.toMs}`);
      if (device.fails) throw new DeviceError('timeout', 'answer-timeout');
      const fromMs = Math.max(range.fromMs, device.recorded.fromMs);
      const toMs = Math.min(range.toMs, device.recorded.toMs);
      const spans: RecordedSpan[] = fromMs < toMs ? [{ fromMs, toMs, kind: 'continuous' }] : [];
      return new Map(channels.map((channel) => [channel, { precision: 'minute', spans }]));
    },
    listRecordedFiles: async (_link, channel, range) => filesIn(channel, range),
    recordedFileTarget: (fileId) => fileId,
  };
}

function activeDevice(id: string, device: RecordingDevice, clockSkewMs: number): ActiveDevice {
  const protocol = testProtocol({ id: 'recording', operations: operationsOf(device) });
  const { origin } = device;
  const active = new ActiveDevice(
    {
      row: { id, name: id, protocolId: 'recording', origin, entryTarget: `/${id}`, username: '' },
      sealedPassword: undefined,
      cameras: twoCameras(id),
      protocol,
    },
    {
      sealer: new Sealer(new Uint8Array(32)),
      connect: (target) => new DeviceConnection(target, realEnvironment),
      addresses: new AddressPolicy({ allowLoopback: true }),
      nowMs: 0,
    },
  );
  const identity = { zone: { name: 'Europe/Berlin' } };
  active.status = { state: 'online', stateSinceMs: 0, clockSkewMs, identity };
  return active;
}
