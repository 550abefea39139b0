import type { Readable } from 'node:stream';

export interface Beginning {
  readonly bytes: Buffer;
  /** What ended it: the body itself, a bound of ours, or a connection that broke. */
  readonly ended: 'whole' | 'bytes' | 'time' | 'lost';
}

/** Reads what comes until a bound is reached, keeps it whatever happens then, and hangs up. */
export function readBeginning(
  body: Readable,
  bounds: { readonly maximumBytes: number; readonly deadlineMs: number },
): Promise<Beginning> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let room = bounds.maximumBytes;
    const finish = (ended: Beginning['ended']) => {
      clearTimeout(deadline);
      resolve({ bytes: Buffer.concat(chunks), ended });
      if (!body.readableEnded) body.destroy();
    };
    const deadline = setTimeout(() => finish('time'), bounds.deadlineMs);
    body.on('data', (chunk: Buffer) => {
      if (room >= chunk.length) {
        chunks.push(chunk);
        room -= chunk.length;
        return;
      }
      if (room > 0) chunks.push(chunk.subarray(0, room));
      room = 0;
      finish('bytes');
    });
    body.on('end', () => finish('whole'));
    // Stays after the end, so that the error of our own hanging up has somewhere to go.
    body.on('error', () => finish('lost'));
    body.on('close', () => finish('lost'));
  });
}
