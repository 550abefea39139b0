import { readFileSync } from 'node:fs';
import { FlvReader, type FlvTag } from '../flv-reader.ts';

const startCode = Buffer.from([0, 0, 0, 1]);
const pictureAt = 11 + 5;
const backPointerBytes = 4;

/** Real H.264 from an encoder: the tags of a clip of the simulated site. */
export function clipTags(most = Number.POSITIVE_INFINITY): FlvTag[] {
  const file = new URL('../../../simulated-devices/clips/ch1sub.flv', import.meta.url);
  const tags: FlvTag[] = [];
  const reader = new FlvReader({ header: () => undefined, tag: (tag) => tags.push(tag) });
  reader.push(readFileSync(file));
  return tags.filter(({ kind }) => kind === 'video').slice(0, most);
}

/** What an FLV video tag holds behind its own header. */
export const payloadOf = ({ bytes }: FlvTag) => bytes.subarray(pictureAt, -backPointerBytes);

/** The parameter sets of an AVC record with one of each. */
function setsOf(record: Buffer): Buffer[] {
  const sequence = record.subarray(8, 8 + record.readUInt16BE(6));
  const at = 8 + sequence.length + 1;
  return [sequence, record.subarray(at + 2, at + 2 + record.readUInt16BE(at))];
}

/** The units of the clip's pictures as an encoder gives them: sets before each key frame. */
export function clipUnits(most: number): Buffer[][] {
  const tags = clipTags(most + 1);
  const sets = setsOf(payloadOf(tags[0] as FlvTag));
  return tags.slice(1).map((tag) => {
    const units: Buffer[] = [];
    const picture = payloadOf(tag);
    for (let at = 0; at < picture.length; ) {
      const length = picture.readUInt32BE(at);
      units.push(picture.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return tag.isKeyFrame ? [...sets, ...units] : units;
  });
}

export const withStartCodes = (units: readonly Buffer[]) =>
  Buffer.concat(units.flatMap((unit) => [startCode, unit]));

export const withLengths = (units: readonly Buffer[]) =>
  Buffer.concat(
    units.flatMap((unit) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(unit.length);
      return [length, unit];
    }),
  );

/** Ten pictures of H.265 from x265 in two groups, each with all parameter sets. */
export function h265Pictures(): Buffer[] {
  const whole = readFileSync(new URL('fixtures/ten-pictures.h265', import.meta.url));
  const delimiter = Buffer.concat([startCode, Buffer.from([0x46, 0x01])]);
  const starts: number[] = [];
  for (let at = whole.indexOf(delimiter); at !== -1; at = whole.indexOf(delimiter, at + 1)) {
    starts.push(at);
  }
  return starts.map((from, index) => whole.subarray(from, starts[index + 1]));
}

export interface PartLook {
  readonly boundary: string;
  readonly type: string | null;
  readonly newline: string;
  readonly hasLength: boolean;
}

export function multipart(bodies: readonly Buffer[], look: PartLook): Buffer {
  const parts = bodies.flatMap((body) => {
    const lines = [
      `--${look.boundary}`,
      ...(look.type === null ? [] : [`Content-Type: ${look.type}`]),
      ...(look.hasLength ? [`Content-Length: ${body.length}`] : []),
      '',
      '',
    ];
    return [Buffer.from(lines.join(look.newline)), body, Buffer.from(look.newline)];
  });
  return Buffer.concat(parts);
}
