import { DeviceError } from '../../../domain/device-error.ts';
import { type FlvSource, readBody } from '../flv-source.ts';
import { AccessUnits } from './access-units.ts';
import { flvVideoHeader } from './flv-writer.ts';
import { type Part, PartReader } from './part-reader.ts';

/**
 * H.264 or H.265 in the parts of a multipart body (SecuritySpy `video` with `vcodec`, whose framing
 * no document describes). There is no time in it, so a picture is dated by its arrival.
 */
export const readH26x: FlvSource = async ({ connection, stream }, signal, sink) => {
  const { body, contentTypeLine } = await connection.openStream(stream, signal);
  sink.answered();
  sink.header(flvVideoHeader);
  const units = new AccessUnits();
  const startedAtMs = performance.now();
  let lastMs = -1;
  const reader = new PartReader(contentTypeLine, (part) => {
    refuseJpeg(part);
    // Two pictures of one burst still come one after the other.
    const atMs = Math.max(lastMs + 1, Math.round(performance.now() - startedAtMs));
    lastMs = atMs;
    for (const tag of units.read(part.body, atMs)) sink.tag(tag);
  });
  await readBody(body, (chunk) => reader.push(chunk));
};

/** A server that cannot send the codec asked for falls back to pictures. */
function refuseJpeg({ contentType, body }: Part): void {
  const isJpeg = body[0] === 0xff && body[1] === 0xd8;
  if (!isJpeg && contentType !== 'image/jpeg') return;
  throw new DeviceError('unsupported', 'not-supported', { detail: 'jpeg' });
}
