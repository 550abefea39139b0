import type { StreamKind } from '../../domain/stream.ts';
import type { Ffmpeg } from './ffmpeg/ffmpeg.ts';
import { rtspSource } from './ffmpeg/rtsp-source.ts';
import { type FlvSource, readFlvBody } from './flv-source.ts';
import { readH26x } from './h26x/h26x-source.ts';

/** A device that speaks FLV itself. */
const readFlv: FlvSource = async ({ connection, stream }, signal, sink) => {
  const { body } = await connection.openStream(stream, signal);
  sink.answered();
  await readFlvBody(body, sink);
};

/** How a kind of stream becomes FLV; a kind without a row has no way to `/ws/flv`. */
export type FlvSources = Partial<Record<StreamKind, FlvSource>>;

/** @param ffmpeg null where this machine has none */
export function flvSources(ffmpeg: Ffmpeg | null): FlvSources {
  return { flv: readFlv, h26x: readH26x, rtsp: rtspSource(ffmpeg) };
}
