import type { StreamKind } from '../../domain/stream.ts';
import { type FlvSource, readFlvBody } from './flv-source.ts';
import { readH26x } from './h26x/h26x-source.ts';

/** A device that speaks FLV itself. */
const readFlv: FlvSource = async ({ connection, stream }, signal, sink) => {
  const { body } = await connection.openStream(stream, signal);
  sink.answered();
  await readFlvBody(body, sink);
};

/** How each kind of stream becomes FLV; a kind without a row has no way to `/ws/flv`. */
const sources: Partial<Record<StreamKind, FlvSource>> = { flv: readFlv, h26x: readH26x };

export function flvSourceFor(kind: StreamKind): FlvSource | undefined {
  return sources[kind];
}
