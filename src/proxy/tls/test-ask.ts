import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';

export interface SecureReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Asks as a browser would that trusts the authority, or whoever answers where none is named. */
export function askSecurely(
  address: string,
  options: {
    readonly ca?: string;
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  } = {},
): Promise<SecureReply> {
  const { ca, method = 'GET', headers = {}, body } = options;
  const trust = ca === undefined ? { rejectUnauthorized: false } : { ca };
  return new Promise((resolve, reject) => {
    const asked = request(address, { ...trust, method, headers, agent: false }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.once('error', reject);
      reply.once('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text });
      });
    });
    asked.once('error', reject).end(body);
  });
}
