const hasIndex = 0x10;
const keyFrame = 0x10;
const bitsPerPixel = 24;

export interface AviOptions {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
}

function chunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'ascii');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

function list(name: string, ...chunks: readonly Buffer[]): Buffer {
  return chunk('LIST', Buffer.concat([Buffer.from(name), ...chunks]));
}

/** Words of 32 bits, or of four letters. */
function words(...values: readonly (number | string)[]): Buffer {
  return Buffer.concat(
    values.map((value) => {
      if (typeof value === 'string') return Buffer.from(value);
      const word = Buffer.alloc(4);
      word.writeUInt32LE(value);
      return word;
    }),
  );
}

/** A recording of JPEG pictures as an AVI file with one video stream and an index. */
export function writeAvi(frames: readonly Buffer[], options: AviOptions): Buffer {
  const { width, height, framesPerSecond } = options;
  const largest = Math.max(0, ...frames.map(({ length }) => length));
  const frameMicroseconds = Math.round(1_000_000 / framesPerSecond);
  const head = [frameMicroseconds, 0, 0, hasIndex, frames.length, 0, 1, largest, width, height];
  const stream = ['vids', 'MJPG', 0, 0, 0, 1, framesPerSecond, 0, frames.length, largest, 0, 0];
  const planesAndBits = 1 | (bitsPerPixel << 16);
  const format = [40, width, height, planesAndBits, 'MJPG', width * height * 3, 0, 0, 0, 0];
  const pictures = frames.map((frame) => chunk('00dc', frame));
  let offset = 4;
  const entries = frames.map((frame, i) => {
    const entry = words('00dc', keyFrame, offset, frame.length);
    offset += pictures[i]?.length ?? 0;
    return entry;
  });
  const content = Buffer.concat([
    Buffer.from('AVI '),
    list(
      'hdrl',
      chunk('avih', words(...head, 0, 0, 0, 0)),
      list('strl', chunk('strh', words(...stream, 0, 0)), chunk('strf', words(...format))),
    ),
    list('movi', ...pictures),
    chunk('idx1', Buffer.concat(entries)),
  ]);
  return chunk('RIFF', content);
}
