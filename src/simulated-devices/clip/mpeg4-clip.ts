import type { Clip, ClipFrame } from './flv-clip.ts';

const pictureStart = 0xb6;
/** The two bits behind a picture's start code; 0 is one that stands alone (ISO 14496-2, 6.2.5). */
const aloneMask = 0xc0;

/** Where `00 00 01` begins, from a place on; the end of the file where it does not. */
function startCode(file: Buffer, from: number): number {
  const at = file.indexOf(Buffer.of(0, 0, 1), from);
  return at < 0 ? file.length : at;
}

/**
 * The pictures of an MPEG-4 elementary stream that lasts `lengthMs`, each with the headers before it;
 * null when it holds none.
 */
export function readMpeg4Clip(file: Buffer, lengthMs: number): Clip | null {
  const bodies: { readonly body: Buffer; readonly key: boolean }[] = [];
  let begin = startCode(file, 0);
  for (let at = begin; at < file.length; ) {
    const next = startCode(file, at + 3);
    if (file[at + 3] === pictureStart) {
      const key = ((file[at + 4] ?? 0) & aloneMask) === 0;
      bodies.push({ body: file.subarray(begin, next), key });
      begin = next;
    }
    at = next;
  }
  if (bodies[0]?.key !== true) return null;
  const frames: ClipFrame[] = bodies.map(({ body, key }, index) => ({
    timestampMs: Math.round((index * lengthMs) / bodies.length),
    key,
    body,
  }));
  const framesPerSecond = Math.round((frames.length * 1000) / lengthMs);
  return { configuration: new Uint8Array(), parameterSets: [], frames, framesPerSecond };
}
