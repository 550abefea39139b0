import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { StreamKind } from '../../domain/stream.ts';
import { deviceFault } from '../link/device-fault.ts';
import { FlvReader, type FlvSink } from './flv-reader.ts';
import type { MediaSource } from './media-directory.ts';

export interface FlvSourceSink extends FlvSink {
  /** The device has answered; from now on silence counts. */
  readonly answered: () => void;
}

/** Brings the tags of one stream until it ends, fails or is aborted. */
export type FlvSource = (
  source: MediaSource,
  signal: AbortSignal,
  sink: FlvSourceSink,
) => Promise<void>;

/** A device that speaks FLV itself. */
const readFlv: FlvSource = async ({ connection, stream }, signal, sink) => {
  const { body } = await connection.openStream(stream.target, signal);
  sink.answered();
  await readFlvBody(body, sink);
};

/** Cuts a flowing FLV file into its tags, until it ends or is found to be something else. */
export async function readFlvBody(body: Readable, sink: FlvSink): Promise<void> {
  const reader = new FlvReader(sink);
  body.on('data', (chunk: Buffer) => {
    if (body.destroyed) return;
    try {
      reader.push(chunk);
    } catch (error) {
      body.destroy(deviceFault(error));
    }
  });
  await finished(body);
}

/** How each kind of stream becomes FLV; a kind without a row has no way to `/ws/flv`. */
const sources: Partial<Record<StreamKind, FlvSource>> = { flv: readFlv };

export function flvSourceFor(kind: StreamKind): FlvSource | undefined {
  return sources[kind];
}
