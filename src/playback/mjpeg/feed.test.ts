import { describe, expect, it } from 'vitest';
import { framePacketHeaderBytes } from '../../api/frame-packet.ts';
import type { DecodedPicture } from './decode-picture.ts';
import { Feed } from './feed.ts';

const header = { feed: 1, receivedAtMs: 0, repeated: false };

/** The least that tells a size: start of image, then a frame header of 16 x 8 pixels. */
const readable = [0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 8, 0, 16, 1, 1, 0x11, 0, 0xff, 0xd9];

function packetOf(bytes: readonly number[]): ArrayBuffer {
  const packet = new Uint8Array(framePacketHeaderBytes + bytes.length);
  packet.set(bytes, framePacketHeaderBytes);
  return packet.buffer;
}

function feedAt(clock: { nowMs: number }, decode: () => Promise<DecodedPicture>): Feed {
  return new Feed(
    decode,
    { nowMs: () => clock.nowMs },
    {
      sizeFor: (picture) => picture,
      show: ({ picture }) => picture.close(),
    },
  );
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('Feed', () => {
  it('dates a picture by its arrival', async () => {
    const clock = { nowMs: 1000 };
    const feed = feedAt(clock, async () => {
      clock.nowMs = 1040;
      return { source: {} as ImageBitmap, width: 16, height: 8, close: () => undefined };
    });
    feed.offer(header, packetOf(readable));
    await settled();
    expect(feed).toMatchObject({ lastPictureAtMs: 1000, unreadable: 0, shape: { width: 16 } });
  });

  it.each([
    ['bytes that are no picture', [0x3c, 0x68, 0x74, 0x6d, 0x6c]],
    ['a picture that no decoder can read', readable],
  ])('does not take %s for a new picture', async (_, bytes) => {
    const feed = feedAt({ nowMs: 1000 }, () => Promise.reject(new TypeError('broken')));
    feed.offer(header, packetOf(bytes));
    await settled();
    expect(feed).toMatchObject({ lastPictureAtMs: undefined, unreadable: 1 });
  });
});
