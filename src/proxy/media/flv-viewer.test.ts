import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { FlvMemory } from './flv-memory.ts';
import { FlvReader, type FlvTag } from './flv-reader.ts';
import { FlvViewer } from './flv-viewer.ts';
import { avcConfiguration, flvHeader, flvTag, interFrame, keyFrame, script } from './test-flv.ts';

const megabyte = 1024 * 1024;

/** A peer that takes nothing until it is told to. */
class StuckSocket extends EventEmitter {
  bufferedAmount = 0;
  readonly sent: Buffer[] = [];

  send(bytes: Buffer): void {
    this.sent.push(bytes);
    this.bufferedAmount += bytes.length;
  }

  takeAll(): void {
    this.sent.length = 0;
    this.bufferedAmount = 0;
  }

  terminate(): void {
    this.emit('close');
  }
}

let socket: StuckSocket;
let viewer: FlvViewer;
let feed: (bytes: Buffer) => void;
beforeEach(() => {
  socket = new StuckSocket();
  const memory = new FlvMemory();
  viewer = new FlvViewer(socket as unknown as WebSocket, () => undefined);
  const reader = new FlvReader({
    header: (bytes) => {
      memory.setHeader(bytes);
      viewer.join(memory);
    },
    tag: (tag: FlvTag) => {
      memory.keep(tag);
      viewer.tag(tag, memory);
    },
  });
  feed = (bytes) => reader.push(bytes);
  for (const bytes of [flvHeader, script, avcConfiguration, keyFrame(0)]) feed(bytes);
});
afterEach(() => socket.terminate());

it('that reads nothing costs a bounded backlog, whatever kind of tag the device sends', () => {
  for (const kind of [18, 9]) {
    for (let n = 0; n < 40; n += 1) {
      feed(flvTag(kind, n, Buffer.concat([Buffer.from([0x17, 0]), Buffer.alloc(megabyte)])));
    }
  }
  expect(socket.bufferedAmount).toBeGreaterThan(3 * megabyte);
  expect(socket.bufferedAmount).toBeLessThan(8 * megabyte);
});

it('gets the configuration that it missed before the key frame it goes on with', () => {
  const changed = flvTag(9, 50, Buffer.from([0x17, 0, 0, 0, 0, 1, 2, 3]));
  feed(interFrame(40, 3 * megabyte));
  feed(changed);
  socket.takeAll();
  feed(interFrame(60));
  expect(socket.sent).toEqual([]);
  feed(keyFrame(80));
  feed(interFrame(120));
  expect(socket.sent).toEqual([changed, keyFrame(80), interFrame(120)]);
});
