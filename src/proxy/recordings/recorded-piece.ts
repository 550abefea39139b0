import type { Readable } from 'node:stream';
import { DeviceError } from '../../domain/device-error.ts';
import type { RecordedFile } from '../../protocols/protocol.ts';
import { discardStream, type OpenStream } from '../link/device-target.ts';
import { RequestFault } from '../request-fault.ts';
import { ByteSlice } from './byte-slice.ts';
import type { Recorder } from './recorder.ts';

/**
 * A browser holds six connections to us, and a player that has enough leaves an answer unread. So
 * none is longer than what a browser takes in at once, and players ask for the next piece.
 */
const longestPieceBytes = 512 * 1024;

export interface RecordedPiece {
  readonly first: number;
  readonly last: number;
  /** Of the whole file. */
  readonly size: number;
  readonly body: Readable;
}

/**
 * Where a piece begins and at most ends.
 * @throws RequestFault for a request of the whole, or of another form
 */
export function askedBytes(range: string | undefined): { first: number; last: number } {
  const match = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '');
  if (match === null) throw new RequestFault('invalid-input', 'range');
  const [, from = '', to = ''] = match;
  const first = Number(from);
  const longest = first + longestPieceBytes - 1;
  const last = to === '' ? longest : Math.min(Number(to), longest);
  if (last < first) throw new RequestFault('invalid-input', 'range');
  return { first, last };
}

/** A piece of a file from its device; the transfer ends with the signal or with the body. */
export async function openPiece(
  { operations, connection }: Recorder,
  file: RecordedFile,
  asked: { readonly first: number; readonly last: number },
  signal: AbortSignal,
): Promise<RecordedPiece> {
  const target = operations.recordedFileTarget?.(file.fileId, 'full');
  if (target === undefined) throw new DeviceError('unsupported', 'not-supported');
  const place = { target, port: undefined, bytes: asked };
  const stream = await connection.openStream(place, signal);
  const come = whatComes(stream);
  if (come === null || asked.first >= come.size || asked.first < come.first) {
    discardStream(stream);
    throw new DeviceError('malformed-reply', 'unexpected-reply', { operation: 'recording' });
  }
  const { first, size } = come;
  const last = Math.min(asked.last, come.last);
  const body = new ByteSlice(asked.first - first, last - asked.first + 1);
  // Each ends with the other, whichever is the first.
  stream.body.once('error', (error) => body.destroy(error));
  stream.body.once('close', () => {
    if (!stream.body.readableEnded && !body.readableEnded) body.destroy();
  });
  body.once('close', () => discardStream(stream));
  stream.body.pipe(body);
  return { first: asked.first, last, size, body };
}

/** A device that heeds no ranges sends all of the file. */
export function whatComes({ status, contentRange, length }: OpenStream) {
  if (status !== 206) return length === null ? null : { first: 0, last: length - 1, size: length };
  const [, first, last, size] =
    /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(contentRange) ?? [];
  if (size === undefined) return null;
  return { first: Number(first), last: Number(last), size: Number(size) };
}
