import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { closeCodes } from '../../api/routes.ts';
import { FlvReader, type FlvTag } from './flv-reader.ts';
import {
  aacConfiguration,
  avcConfiguration,
  flvHeader,
  flvTag,
  interFrame,
  keyFrame,
  opening,
  script,
  sound,
} from './test-flv.ts';
import { type HubBench, hubBench } from './test-hub.ts';
import { seeded, upTo } from './test-pictures.ts';

const poll = { timeout: 5000, interval: 10 };
const opened: HubBench[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(opened.splice(0).map((bench) => bench.close()));
});

const tags = [script, avcConfiguration, aacConfiguration, keyFrame(0), sound(10), interFrame(40)];

function read(body: Buffer, chunkBytes: number) {
  const seen: FlvTag[] = [];
  let header: Buffer | null = null;
  const reader = new FlvReader({
    header: (bytes) => {
      header = bytes;
    },
    tag: (tag) => seen.push(tag),
  });
  for (let at = 0; at < body.length; at += chunkBytes)
    reader.push(body.subarray(at, at + chunkBytes));
  return { header, seen };
}

describe('an FLV body', () => {
  it.each([1, 5, 16, 100, 100_000])('in chunks of %i bytes is cut into its tags', (chunkBytes) => {
    const { header, seen } = read(Buffer.concat([flvHeader, ...tags]), chunkBytes);
    expect(header).toEqual(flvHeader);
    expect(seen.map(({ bytes }) => bytes)).toEqual(tags);
    expect(seen.map(({ kind }) => kind)).toEqual([
      'script',
      'video',
      'audio',
      'video',
      'audio',
      'video',
    ]);
    expect(seen.map(({ isConfiguration }) => isConfiguration)).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(seen.map(({ isKeyFrame }) => isKeyFrame)).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('with HEVC under its four letters is understood as well', () => {
    const hevc = (packet: number, frame: number) =>
      flvTag(9, 0, Buffer.from([0x80 | (frame << 4) | packet, ...Buffer.from('hvc1'), 0, 0]));
    const { seen } = read(Buffer.concat([flvHeader, hevc(0, 1), hevc(1, 1), hevc(1, 2)]), 9);
    expect(seen.map(({ isConfiguration }) => isConfiguration)).toEqual([true, false, false]);
    expect(seen.map(({ isKeyFrame }) => isKeyFrame)).toEqual([false, true, false]);
  });

  it.each([
    ['a page', Buffer.from('<html></html>'), 'html-page'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'not-a-stream'],
    [
      'a tag of another type',
      Buffer.concat([flvHeader, flvTag(3, 0, Buffer.alloc(4))]),
      'not-a-stream',
    ],
    [
      'a tag of sixteen megabytes',
      Buffer.concat([flvHeader, Buffer.from([9, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0])]),
      'not-a-stream',
    ],
  ])('that is %s is refused', (_name, body, reason) => {
    expect(() => read(body, 3)).toThrow(expect.objectContaining({ reason }));
  });

  it('that is damaged ten thousand times fails in a typed way or goes on', () => {
    const random = seeded(11);
    const whole = Buffer.concat([flvHeader, ...tags, ...tags]);
    const outcomes = new Map<string, number>();
    for (let run = 0; run < 10_000; run += 1) {
      const worse = Buffer.from(whole);
      for (let n = 1 + upTo(random, 8); n > 0; n -= 1)
        worse[upTo(random, worse.length)] = upTo(random, 256);
      let outcome = 'fine';
      try {
        read(worse, 1 + upTo(random, 500));
      } catch (error) {
        outcome = error instanceof Error ? error.name : 'other';
      }
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect([...outcomes.keys()].toSorted()).toEqual(['DeviceError', 'fine']);
    expect((outcomes.get('fine') ?? 0) + (outcomes.get('DeviceError') ?? 0)).toBe(10_000);
  });
});

/** A device with one FLV stream that sends what the test says. */
async function relayBench(...values: Parameters<typeof hubBench> | []) {
  const sockets = new Set<Socket>();
  const [
    answer = (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.write('HTTP/1.1 200 OK\r\nExpires: -1\r\n\r\n');
    },
  ] = values;
  const at = await hubBench(answer);
  opened.push(at);
  const send = (...parts: Buffer[]) => {
    for (const socket of sockets) socket.write(Buffer.concat(parts));
  };
  const view = async () => {
    const socket = at.flv();
    const viewer = { socket, messages: [] as Buffer[], code: 0, reason: '' };
    socket.on('message', (message: Buffer) => viewer.messages.push(message));
    socket.on('close', (code, reason) =>
      Object.assign(viewer, { code, reason: reason.toString() }),
    );
    await once(socket, 'open');
    return viewer;
  };
  return { at, sockets, send, view };
}

describe('viewers of an FLV stream', () => {
  it('see pictures flow from the first one until the device hangs up', async () => {
    const { at, sockets, send, view } = await relayBench();
    const viewer = await view();
    await expect.poll(() => sockets.size, poll).toBe(1);
    send(...opening);
    await expect.poll(() => viewer.messages.length, poll).toBeGreaterThanOrEqual(opening.length);
    expect(at.hub.picturesFlow('device-1')).toBe(false);
    send(keyFrame(0));
    await expect.poll(() => at.hub.picturesFlow('device-1'), poll).toBe(true);
    expect(at.hub.picturesFlow('device-2')).toBe(false);
    for (const socket of sockets) socket.destroy();
    await expect.poll(() => at.hub.picturesFlow('device-1'), poll).toBe(false);
  });

  it('share one connection; who comes late begins with the present group of pictures', async () => {
    const { at, sockets, send, view } = await relayBench();
    const first = await view();
    await expect.poll(() => sockets.size, poll).toBe(1);
    const group = [keyFrame(80), sound(90), interFrame(120)];
    send(...opening, keyFrame(0), interFrame(40), ...group);
    await expect.poll(() => first.messages.length, poll).toBe(9);
    expect(first.messages).toEqual([...opening, keyFrame(0), interFrame(40), ...group]);
    const late = await view();
    await expect.poll(() => late.messages.length, poll).toBe(7);
    expect(late.messages).toEqual([...opening, ...group]);
    send(interFrame(160));
    await expect.poll(() => [first.messages.length, late.messages.length], poll).toEqual([10, 8]);
    expect(at.server.requests).toHaveLength(1);
    first.socket.close();
    late.socket.close();
    await expect.poll(() => sockets.size, poll).toBe(0);
    expect(at.hub.statistics()).toMatchObject({ flvStreams: 0, flvViewers: 0 });
  });

  it('begin at a key frame where the stream is in the middle of a group', async () => {
    const { sockets, send, view } = await relayBench();
    const viewer = await view();
    await expect.poll(() => sockets.size, poll).toBe(1);
    send(...opening, interFrame(0), interFrame(40), keyFrame(80));
    await expect.poll(() => viewer.messages.length, poll).toBe(5);
    expect(viewer.messages.at(-1)).toEqual(keyFrame(80));
  });

  it('are told why when it ends, and the next one dials anew', async () => {
    const { at, sockets, send, view } = await relayBench();
    const viewer = await view();
    await expect.poll(() => sockets.size, poll).toBe(1);
    send(...opening);
    await expect.poll(() => viewer.messages.length, poll).toBe(4);
    for (const socket of sockets) socket.resetAndDestroy();
    await expect.poll(() => viewer.code, poll).toBe(closeCodes.problem);
    expect(JSON.parse(viewer.reason)).toMatchObject({
      kind: 'unreachable',
      reason: 'connection-lost',
    });
    await view();
    await expect.poll(() => at.server.requests.length, poll).toBe(2);
  });

  it('are told of a stream that has a header and nothing else', async () => {
    const { sockets, send, view } = await relayBench();
    const viewer = await view();
    await expect.poll(() => sockets.size, poll).toBe(1);
    send(flvHeader);
    await expect.poll(() => viewer.code, poll).toBe(closeCodes.problem);
    expect(JSON.parse(viewer.reason)).toEqual({ kind: 'timeout', reason: 'stalled' });
    await expect.poll(() => sockets.size, poll).toBe(0);
  });

  it('that fall behind cost a bounded backlog and go on at a key frame', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { at, sockets, send, view } = await relayBench();
    const [slow, quick] = [await view(), await view()];
    await vi.waitFor(() => expect(sockets.size).toBe(1), poll);
    send(...opening, keyFrame(0));
    await vi.waitFor(
      () => expect([slow, quick].every(({ messages }) => messages.length === 5)).toBe(true),
      poll,
    );
    slow.socket.pause();
    const groups = 30;
    let most = 0;
    for (let group = 1; group <= groups; group += 1) {
      send(keyFrame(group * 1000, 500_000), interFrame(group * 1000 + 40, 300_000));
      await vi.waitFor(() => expect(quick.messages.length).toBe(5 + 2 * group), poll);
      most = Math.max(most, ...at.accepted.map((socket: WebSocket) => socket.bufferedAmount));
    }
    expect(most).toBeGreaterThan(1024 * 1024);
    expect(most).toBeLessThan(8 * 1024 * 1024);
    slow.socket.resume();
    await vi.waitFor(
      () => expect(at.accepted.every((socket) => socket.bufferedAmount === 0)).toBe(true),
      poll,
    );
    send(interFrame(99_000), keyFrame(99_040), interFrame(99_080));
    await vi.waitFor(() => expect(slow.messages.at(-1)).toEqual(interFrame(99_080)), poll);
    expect(slow.messages.at(-2)).toEqual(keyFrame(99_040));
    expect(slow.messages.length).toBeLessThan(quick.messages.length);
  }, 20_000);
});
