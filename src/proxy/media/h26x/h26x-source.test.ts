import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { FlvReader, type FlvTag } from '../flv-reader.ts';
import { type HubBench, hubBench } from '../test-hub.ts';
import {
  clipTags,
  clipUnits,
  h265Pictures,
  multipart,
  type PartLook,
  payloadOf,
  withStartCodes,
} from './test-units.ts';

const poll = { timeout: 5000, interval: 10 };
const opened: HubBench[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((bench) => bench.close()));
});

const look: PartLook = { boundary: 'wall', type: 'video/h264', newline: '\r\n', hasLength: true };
const replyHead =
  'HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=wall\r\n\r\n';

/** A hub whose device sends `body` and then keeps the line open. */
async function benchSending(body: Buffer): Promise<{ bench: HubBench; device: () => Socket }> {
  let socket: Socket | undefined;
  const bench = await hubBench((client) => {
    socket = client;
    client.write(replyHead);
    client.write(body);
  });
  opened.push(bench);
  return {
    bench,
    device: () => {
      if (socket === undefined) throw new TypeError('nobody has asked the device');
      return socket;
    },
  };
}

function tagsOf(viewer: WebSocket): FlvTag[] {
  const tags: FlvTag[] = [];
  const reader = new FlvReader({ header: () => undefined, tag: (tag) => tags.push(tag) });
  viewer.on('message', (message: Buffer) => reader.push(message));
  return tags;
}

const timeOf = ({ bytes }: FlvTag) => bytes.readUIntBE(4, 3) + bytes.readUInt8(7) * 2 ** 24;

describe('a multipart body of H.264', () => {
  it('reaches every viewer as FLV, from one connection, also one who comes late', async () => {
    const units = clipUnits(40).map(withStartCodes);
    const { bench, device } = await benchSending(multipart(units.slice(0, 20), look));
    const early = tagsOf(bench.flv('h26x'));
    await expect.poll(() => early.length, poll).toBe(21);
    const lastKey = early.findLastIndex(({ isKeyFrame }) => isKeyFrame);
    const late = tagsOf(bench.flv('h26x'));
    await expect.poll(() => late.length, poll).toBe(1 + 21 - lastKey);
    device().write(multipart(units.slice(20), look));
    await expect.poll(() => [early.length, late.length], poll).toEqual([41, 1 + 41 - lastKey]);
    expect(early.map(payloadOf)).toEqual(clipTags(41).map(payloadOf));
    expect(late.slice(1)).toEqual(early.slice(lastKey));
    expect(bench.server.requests).toHaveLength(1);
    expect(bench.hub.picturesFlow('device-1')).toBe(true);
    const times = early.slice(1).map(timeOf);
    expect(new Set(times).size).toBe(times.length);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('is given up when the last viewer has left', async () => {
    const { bench } = await benchSending(multipart(clipUnits(3).map(withStartCodes), look));
    const viewer = bench.flv('h26x');
    const tags = tagsOf(viewer);
    await expect.poll(() => tags.length, poll).toBe(4);
    viewer.close();
    await expect.poll(() => bench.server.sockets.size, poll).toBe(0);
  });
});

it('H.265 without types or lengths arrives as enhanced FLV', async () => {
  const plain = { ...look, type: null, hasLength: false };
  const { bench } = await benchSending(
    Buffer.concat([multipart(h265Pictures(), plain), Buffer.from('--wall\r\n')]),
  );
  const tags = tagsOf(bench.flv('h26x'));
  await expect.poll(() => tags.length, poll).toBe(11);
  expect(tags.map(({ bytes }) => bytes.toString('latin1', 12, 16))).toEqual(Array(11).fill('hvc1'));
});

it.each([
  ['pictures instead', multipart([Buffer.from([0xff, 0xd8, 0xff])], look), 'not-supported'],
  ['a page', Buffer.from('<html><body>Sign in</body></html>'), 'html-page'],
])('%s end the stream with a reason', async (_name, body, reason) => {
  const { bench } = await benchSending(body);
  const [, said] = await once(bench.flv('h26x'), 'close');
  expect(JSON.parse(String(said))).toMatchObject({ reason });
});
