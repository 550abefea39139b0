import type { ServerResponse } from 'node:http';

/** A reply as octets. Node's own writer knows CRLF only, and these cameras do not keep to it. */
export interface RawReply {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** What ends the lines after the status line: the document prints either. */
  readonly lineEnd: '\n' | '\r\n';
  readonly body: string | Buffer;
}

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  409: 'Conflict',
  503: 'Service Unavailable',
};

const failureMark = '# Error: ';

/** Text behind header lines that end with a bare LF, as 5.1.1 to 5.1.5 print it. */
export function bareText(body: string): RawReply {
  return { status: 200, headers: [['Content-Type', 'text/plain']], lineEnd: '\n', body };
}

/** Text behind header lines that end with CRLF, as the later sections print it. */
export function text(body: string): RawReply {
  return { status: 200, headers: [['Content-Type', 'text/plain']], lineEnd: '\r\n', body };
}

/** Failures of parameters are 200 too, told apart by their text (5.1.1.3). */
export function failure(description: string): RawReply {
  return bareText(`${failureMark}${description}\n`);
}

/** What failed; null for a reply that is none of a failure. */
export function failureOf({ body }: RawReply): string | null {
  const text = String(body);
  return text.startsWith(failureMark) ? text.slice(failureMark.length).trimEnd() : null;
}

export function bare(status: number): RawReply {
  return { status, headers: [], lineEnd: '\r\n', body: '' };
}

/** A file to save, with its length. */
export function attachment(name: string, body: Buffer): RawReply {
  return {
    status: 200,
    headers: [
      ['Content-Type', 'application/octet-stream'],
      ['Content-length', String(body.length)],
      ['Content-Disposition', `attachment; filename=${name}`],
    ],
    lineEnd: '\r\n',
    body,
  };
}

/** The status line always ends with CRLF (3.1.2). */
export function writeHead({ status, headers, lineEnd }: RawReply): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}${lineEnd}`).join('');
  return `HTTP/1.0 ${status} ${reasons[status] ?? 'Error'}\r\n${lines}${lineEnd}`;
}

/** Sends and hangs up; `onSent` runs once the octets have left. */
export function sendRaw(response: ServerResponse, reply: RawReply, onSent?: () => void): void {
  const { socket } = response;
  if (socket === null || socket.destroyed) return;
  socket.end(Buffer.concat([Buffer.from(writeHead(reply)), Buffer.from(reply.body)]), onSent);
}
