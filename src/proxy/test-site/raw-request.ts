import { connect } from 'node:net';

export interface RawReply {
  /** 0 where the connection was closed without an answer. */
  readonly status: number;
  /** Status line and header lines. */
  readonly head: string;
  readonly body: string;
}

const longestWaitMs = 10_000;

/**
 * Sends exactly these bytes over a connection of its own: what a client library would put right on
 * the way arrives as it was written. A reply that has no end is cut at its head.
 */
export function sendRaw(origin: string, bytes: string | Buffer): Promise<RawReply> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    const done = () => {
      socket.destroy();
      resolve(readReply(Buffer.concat(chunks).toString('latin1')));
    };
    socket.setTimeout(longestWaitMs, () => {
      socket.destroy();
      reject(new TypeError('no answer'));
    });
    socket.on('connect', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      if (chunks.length === 1 && chunk.toString('latin1', 9, 12) === '101') done();
    });
    socket.on('end', done);
    // Reset after a refusal, which has been read by then.
    socket.on('error', done);
  });
}

/** Lines of a request; the body's length and the end of the connection are filled in. */
export function rawRequest(
  method: string,
  target: string,
  headers: readonly string[],
  body = '',
): Buffer {
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  const lines = [`${method} ${target} HTTP/1.1`, ...headers, ...length, 'Connection: close'];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`, 'latin1');
}

function readReply(text: string): RawReply {
  const end = text.indexOf('\r\n\r\n');
  const head = end === -1 ? text : text.slice(0, end);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  return { status, head, body: end === -1 ? '' : text.slice(end + 4) };
}
