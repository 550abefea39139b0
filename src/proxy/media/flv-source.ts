import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
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

/** Cuts a flowing FLV file into its tags, until it ends or is found to be something else. */
export async function readFlvBody(body: Readable, sink: FlvSink): Promise<void> {
  const reader = new FlvReader(sink);
  await readBody(body, (chunk) => reader.push(chunk));
}

/** Hands a flowing body over piece by piece; what `take` throws ends it. */
export async function readBody(body: Readable, take: (chunk: Buffer) => void): Promise<void> {
  body.on('data', (chunk: Buffer) => {
    if (body.destroyed) return;
    try {
      take(chunk);
    } catch (error) {
      body.destroy(deviceFault(error));
    }
  });
  await finished(body);
}
