import type { IncomingMessage } from 'node:http';

/** The text of a request; null when it is longer than allowed or its sender goes away before its end. */
export async function readBody(
  request: IncomingMessage,
  mostBytes: number,
): Promise<string | null> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of request) {
      const bytes = Buffer.from(part);
      parts.push(bytes);
      length += bytes.length;
      if (length > mostBytes) return null;
    }
  } catch {
    // The socket is gone: nobody waits for an answer.
    return null;
  }
  return Buffer.concat(parts).toString('utf8');
}
