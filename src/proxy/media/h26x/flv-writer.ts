import type { VideoCodec } from '../../../domain/stream.ts';
import type { FlvTag } from '../flv-reader.ts';

/** File header that announces video alone, and the empty back pointer behind it. */
export const flvVideoHeader = Buffer.from([0x46, 0x4c, 0x56, 1, 1, 0, 0, 0, 9, 0, 0, 0, 0]);

const tagHeaderBytes = 11;
const videoTag = 9;
const avc = 7;
const key = 1;
const inter = 2;
const withFourCc = 0x80;
const hvc1 = [...Buffer.from('hvc1')];

/** Before the configuration: Adobe FLV 10.1 section E.4.3.1, and Enhanced RTMP for H.265. */
const configurationStart: Readonly<Record<VideoCodec, readonly number[]>> = {
  h264: [(key << 4) | avc, 0, 0, 0, 0],
  h265: [withFourCc | (key << 4), ...hvc1],
};

/** Before a picture, which comes in the order in which it is shown: no composition time. */
const pictureStart: Readonly<Record<VideoCodec, (frame: number) => readonly number[]>> = {
  h264: (frame) => [(frame << 4) | avc, 1, 0, 0, 0],
  h265: (frame) => [withFourCc | (frame << 4) | 3, ...hvc1],
};

export function configurationTag(codec: VideoCodec, atMs: number, record: Buffer): FlvTag {
  const bytes = tag(atMs, configurationStart[codec], record);
  return { bytes, kind: 'video', isConfiguration: true, isKeyFrame: false };
}

/** @param picture units with their lengths before them */
export function pictureTag(
  codec: VideoCodec,
  atMs: number,
  picture: Buffer,
  isKeyFrame: boolean,
): FlvTag {
  const bytes = tag(atMs, pictureStart[codec](isKeyFrame ? key : inter), picture);
  return { bytes, kind: 'video', isConfiguration: false, isKeyFrame };
}

function tag(atMs: number, start: readonly number[], body: Buffer): Buffer {
  const size = start.length + body.length;
  const bytes = Buffer.allocUnsafeSlow(tagHeaderBytes + size + 4);
  bytes.writeUInt8(videoTag, 0);
  bytes.writeUIntBE(size, 1, 3);
  bytes.writeUIntBE(atMs & 0xffffff, 4, 3);
  bytes.writeUInt8((atMs >>> 24) & 0xff, 7);
  bytes.writeUIntBE(0, 8, 3);
  bytes.set(start, tagHeaderBytes);
  body.copy(bytes, tagHeaderBytes + start.length);
  bytes.writeUInt32BE(tagHeaderBytes + size, tagHeaderBytes + size);
  return bytes;
}
