import { request } from 'node:http';
import { guardHeader } from '../../api/routes.ts';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly cookies: readonly string[];
}

/** Asks from one of the many addresses of the loopback network, as another machine would. */
export function askFrom(
  address: string,
  origin: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { hostname, port, host } = new URL(origin);
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        hostname,
        port,
        path,
        method: 'POST',
        localAddress: address,
        agent: false,
        headers: {
          host,
          origin,
          [guardHeader]: '1',
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          ...headers,
        },
      },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('error', reject);
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            cookies: reply.headers['set-cookie'] ?? [],
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(text);
  });
}
