import { type Clip, type ClipFrame, clipCodec, lengthPrefixed } from './flv-clip.ts';

/** Ticks between two pictures, whatever their rate. */
const ticksPerPicture = 1000;
const fourBytes = 4;
const flvHeaderBytes = 5;
const unityMatrix = [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000];
const undeterminedLanguage = 0x55c4;
const seventyTwoDpi = 0x48_0000;

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * fourBytes);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * fourBytes);
  return bytes;
}

function box(name: string, ...content: readonly Uint8Array[]): Buffer {
  const length = 8 + content.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([numbers(length), Buffer.from(name, 'latin1'), ...content]);
}

function sampleEntry(clip: Clip, width: number, height: number): Buffer {
  const head = Buffer.alloc(78);
  head.writeUInt16BE(1, 6);
  head.writeUInt16BE(width, 24);
  head.writeUInt16BE(height, 26);
  head.writeUInt32BE(seventyTwoDpi, 28);
  head.writeUInt32BE(seventyTwoDpi, 32);
  head.writeUInt16BE(1, 40);
  head.writeUInt16BE(24, 74);
  head.writeInt16BE(-1, 76);
  const [entry, record] = clipCodec(clip) === 'h264' ? ['avc1', 'avcC'] : ['hvc1', 'hvcC'];
  return box(entry, head, box(record, clip.configuration.subarray(flvHeaderBytes)));
}

function sampleTable(
  clip: Clip,
  frames: readonly ClipFrame[],
  sizes: readonly number[],
  size: readonly [number, number],
  firstByte: number,
): Buffer {
  const keys = frames.flatMap(({ key }, index) => (key ? [index + 1] : []));
  return box(
    'stbl',
    box('stsd', numbers(0, 1), sampleEntry(clip, ...size)),
    box('stts', numbers(0, 1, frames.length, ticksPerPicture)),
    box('stss', numbers(0, keys.length, ...keys)),
    box('stsc', numbers(0, 1, 1, frames.length, 1)),
    box('stsz', numbers(0, 0, sizes.length, ...sizes)),
    box('stco', numbers(0, 1, firstByte)),
  );
}

/** By how much the index of so many pictures is longer than that of none. */
export function pictureIndexBytes(pictures: number, keyPictures: number): number {
  return (pictures + keyPictures) * fourBytes;
}

/** All of an MP4 file (ISO 14496-12) that stands before its pictures, with its index; begin with a key picture. */
export function mp4Head(
  clip: Clip,
  frames: readonly ClipFrame[],
  size: readonly [number, number],
): Buffer {
  const sizes = frames.map((frame) => lengthPrefixed(frame).length);
  const timescale = clip.framesPerSecond * ticksPerPicture;
  const duration = frames.length * ticksPerPicture;
  const [width, height] = size;
  const type = box('ftyp', Buffer.from('isom'), numbers(0x200), Buffer.from('isomavc1mp41'));
  const index = (firstByte: number): Buffer =>
    box(
      'moov',
      box(
        'mvhd',
        numbers(0, 0, 0, timescale, duration, 0x1_0000, 0x0100_0000, 0, 0, ...unityMatrix),
        numbers(0, 0, 0, 0, 0, 0, 2),
      ),
      box(
        'trak',
        box(
          'tkhd',
          numbers(3, 0, 0, 1, 0, duration, 0, 0, 0, 0, ...unityMatrix),
          numbers(width * 0x1_0000, height * 0x1_0000),
        ),
        box(
          'mdia',
          box('mdhd', numbers(0, 0, 0, timescale, duration, undeterminedLanguage * 0x1_0000)),
          box('hdlr', numbers(0, 0), Buffer.from('vide'), numbers(0, 0, 0), Buffer.of(0)),
          box(
            'minf',
            box('vmhd', numbers(1, 0, 0)),
            box('dinf', box('dref', numbers(0, 1), box('url ', numbers(1)))),
            sampleTable(clip, frames, sizes, size, firstByte),
          ),
        ),
      ),
    );
  // The index is as long whatever it says, so it can be measured before it is right.
  const firstByte = type.length + index(0).length + 8;
  const pictureBytes = sizes.reduce((sum, one) => sum + one, 0);
  const mdat = Buffer.concat([numbers(8 + pictureBytes), Buffer.from('mdat', 'latin1')]);
  return Buffer.concat([type, index(firstByte), mdat]);
}
