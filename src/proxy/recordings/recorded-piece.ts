import type { Readable } from 'node:stream';
import { DeviceError } from '../../domain/device-error.ts';
import type { RecordedFile } from '../../protocols/protocol.ts';
import { discardStream, type OpenStream } from '../link/device-target.ts';
import { RequestFault } from '../request-fault.ts';
import type { KeptFiles } from './kept-files.ts';
import { OpenFile } from './open-file.ts';
import type { Recorder } from './recorder.ts';

/**
 * A browser holds six connections to us, and a player that has enough leaves an answer unread. So
 * none is longer than what a browser takes in at once, and players ask for the next piece.
 */
const longestPieceBytes = {
  usual: 512 * 1024,
  /** For single pictures: what is read behind one is of no use. */
  small: 96 * 1024,
} as const;
export type PieceSize = keyof typeof longestPieceBytes;

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
export function askedBytes(
  range: string | undefined,
  size: PieceSize = 'usual',
): { first: number; last: number } {
  const match = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '');
  if (match === null) throw new RequestFault('invalid-input', 'range');
  const [, from = '', to = ''] = match;
  const first = Number(from);
  const longest = first + longestPieceBytes[size] - 1;
  const last = to === '' ? longest : Math.min(Number(to), longest);
  if (last < first) throw new RequestFault('invalid-input', 'range');
  return { first, last };
}

/** A piece of a file from its device; the transfer ends with the signal or with the body. */
export async function openPiece(
  recorder: Recorder,
  file: RecordedFile,
  asked: { readonly first: number; readonly last: number },
  { signal, kept }: { readonly signal: AbortSignal; readonly kept: KeptFiles },
): Promise<RecordedPiece> {
  const name = `${recorder.deviceId} ${file.fileId}`;
  const open = kept.take(name, asked.first) ?? (await openFile(recorder, file, asked, signal));
  const last = Math.min(asked.last, open.last);
  const body = open.piece(asked.first, last, signal, () => kept.keep(name, open));
  return { first: asked.first, last, size: open.size, body };
}

async function openFile(
  { operations, connection }: Recorder,
  file: RecordedFile,
  asked: { readonly first: number; readonly last: number },
  signal: AbortSignal,
): Promise<OpenFile> {
  const target = operations.recordedFileTarget?.(file.fileId, 'full');
  if (target === undefined) throw new DeviceError('unsupported', 'not-supported');
  // Not the signal of the request, which ends with its piece.
  const ending = new AbortController();
  const end = () => ending.abort();
  signal.addEventListener('abort', end, { once: true });
  const place = { target, port: undefined, bytes: asked };
  const stream = await connection.openStream(place, ending.signal).finally(() => {
    signal.removeEventListener('abort', end);
  });
  const come = whatComes(stream);
  if (come === null || asked.first > come.last || asked.first < come.first) {
    discardStream(stream);
    throw new DeviceError('malformed-reply', 'unexpected-reply', { operation: 'recording' });
  }
  return new OpenFile(stream.body, come, end);
}

/** A device that heeds no ranges sends all of the file. */
export function whatComes({ status, contentRange, length }: OpenStream) {
  if (status !== 206) return length === null ? null : { first: 0, last: length - 1, size: length };
  const [, first, last, size] =
    /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(contentRange) ?? [];
  if (size === undefined) return null;
  return { first: Number(first), last: Number(last), size: Number(size) };
}
