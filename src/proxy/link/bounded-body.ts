import type { Readable } from 'node:stream';
import { DeviceError } from '../../domain/device-error.ts';
import { deviceFault } from './device-fault.ts';

export interface BodyBounds {
  readonly maximumBytes: number;
  readonly deadlineMs: number;
  readonly trickleMs: number;
  readonly trickleBytes: number;
  /** Instead of failing at a bound, stop there and give what has come. */
  readonly cut?: boolean | undefined;
}

/**
 * Reads a body to its end, within bounds on bytes, on time, and on slowness: a byte a second keeps
 * every idle timer content, so progress is measured.
 */
export function boundedBody(
  body: Readable,
  bounds: BodyBounds,
  operation?: string,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let bytesAtLastLook = 0;
    let done = false;
    const finish = (error: DeviceError | null) => {
      if (done) return;
      done = true;
      clearTimeout(deadline);
      clearInterval(look);
      if (!body.readableEnded) body.destroy();
      if (error) reject(error);
      else resolve(Buffer.concat(chunks));
    };
    const fail = (kind: 'timeout' | 'malformed-reply', reason: 'stalled' | 'too-large') =>
      finish(bounds.cut === true ? null : new DeviceError(kind, reason, { operation }));
    const deadline = setTimeout(() => fail('timeout', 'stalled'), bounds.deadlineMs);
    const look = setInterval(() => {
      if (bytes - bytesAtLastLook < bounds.trickleBytes) fail('timeout', 'stalled');
      bytesAtLastLook = bytes;
    }, bounds.trickleMs);
    body.on('data', (chunk: Buffer) => {
      if (done) return;
      bytes += chunk.length;
      if (bytes <= bounds.maximumBytes) {
        chunks.push(chunk);
      } else if (bounds.cut === true) {
        chunks.push(chunk.subarray(0, chunk.length - (bytes - bounds.maximumBytes)));
        finish(null);
      } else {
        fail('malformed-reply', 'too-large');
      }
    });
    body.on('end', () => finish(null));
    // Stays after the end, so that the error of our own hanging up has somewhere to go.
    body.on('error', (error) => finish(deviceFault(error, operation)));
    body.on('close', () => {
      finish(new DeviceError('unreachable', 'connection-lost', { operation }));
    });
  });
}
