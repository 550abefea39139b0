import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import type { DeviceStream } from '../../../domain/stream.ts';
import { type Answer, connect, serve } from '../../link/test-server.ts';
import { Ffmpeg } from './ffmpeg.ts';
import { rtspSource } from './rtsp-source.ts';

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const stream: DeviceStream = { id: 'main', kind: 'rtsp', quality: 'main', target: '/live' };
const account = { username: 'guard', password: 'on-duty' };

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((item) => item.close()));
});

async function device(answer: Answer) {
  const server = await serve(answer);
  opened.push(server);
  return server;
}

/** Why a stream of this device ends. */
async function endOf(origin: string, times = 1): Promise<unknown[]> {
  const connection = connect(origin, { credentials: () => account });
  opened.push(connection);
  const source = { cameraId: 'camera', deviceId: 'device-1', stream, connection };
  const sink = { answered: () => undefined, header: () => undefined, tag: () => undefined };
  const read = rtspSource(new Ffmpeg('ffmpeg'));
  const ends: unknown[] = [];
  for (let time = 0; time < times; time += 1) {
    const { signal } = new AbortController();
    ends.push(await read(source, signal, sink).catch((fault: unknown) => fault));
  }
  return ends;
}

const numberOf = (request: string) => /^CSeq: (\d+)/im.exec(request)?.[1];
const answering =
  (status: string, ...lines: string[]): Answer =>
  (socket, request) => {
    const said = request.startsWith('OPTIONS') ? ['200 OK'] : [status, ...lines];
    const [first, ...rest] = said;
    socket.write(
      `${[`RTSP/1.0 ${first}`, `CSeq: ${numberOf(request)}`, ...rest].join('\r\n')}\r\n\r\n`,
    );
  };

describe.skipIf(!hasFfmpeg)('RTSP by way of ffmpeg (needs ffmpeg)', () => {
  it('goes nowhere that a device redirects to', async () => {
    const elsewhere = await device(answering('200 OK'));
    const to = elsewhere.origin.replace('http', 'rtsp');
    const { origin } = await device(answering('302 Found', `Location: ${to}/live`));
    expect(await endOf(origin)).toEqual([expect.objectContaining({ reason: 'redirected' })]);
    expect(elsewhere.requests).toEqual([]);
  });

  it('says what the device said of the stream', async () => {
    const { origin } = await device(answering('404 Not Found'));
    expect(await endOf(origin)).toEqual([expect.objectContaining({ reason: 'not-found' })]);
  });

  it('stops offering a password that the device has refused twice', async () => {
    const refusal = answering('401 Unauthorized', 'WWW-Authenticate: Basic realm="x"');
    const server = await device(refusal);
    const ends = await endOf(server.origin, 4);
    expect(ends.map((fault) => (fault as { reason: string }).reason)).toEqual(
      Array.from({ length: 4 }, () => 'login-refused'),
    );
    const offers = server.requests.filter((request) => /^authorization:/im.test(request));
    expect(offers).toHaveLength(2);
  });
});
