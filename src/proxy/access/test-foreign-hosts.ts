import { once } from 'node:events';
import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { expect } from 'vitest';

/** What a foreign page or a typing slip may put into `Host`; PORT stands for our own. */
const foreignHosts: readonly string[] = [
  'evil.example',
  'evil.example:PORT',
  '127.0.0.1.evil.example:PORT',
  'localhost.evil.example',
  'evil-localhost',
  '127.0.0.1@evil.example',
  'evil.example@127.0.0.1',
  '127.0.0.1:PORT/x',
  '127.0.0.1, evil.example',
  '127.0.0.1:PORT\r\nHost: evil.example',
  '0.0.0.0:PORT',
  '2130706433:PORT',
  '0x7f000001',
  '127.1:PORT',
  '127.0.0.2',
  '[::ffff:127.0.0.1]:PORT',
  '[::1%25lo]:PORT',
  'localhost.:PORT',
  'localhost:PORT:PORT',
  'xn--localhost-.example',
];

/** Sends one request as it is; answers with the status of the reply, 0 where there was none. */
export async function statusOf(
  port: number,
  isSecure: boolean,
  lines: readonly string[],
): Promise<number> {
  const socket = isSecure
    ? connectSecurely({ host: '127.0.0.1', port, rejectUnauthorized: false })
    : connect(port, '127.0.0.1');
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  await once(socket, 'close');
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(Buffer.concat(parts).toString('latin1'))?.[1] ?? 0);
}

/** The lines of a plain request. */
export const page = (target: string, host: string) => [
  `GET ${target} HTTP/1.1`,
  `Host: ${host}`,
  'Connection: close',
];
/** Refused for the name, or already for what cannot be read as one. */
export function expectRefused(statuses: readonly (readonly [string, number])[]): void {
  expect(statuses.filter(([, status]) => status !== 421 && status !== 400)).toEqual([]);
  expect(statuses.filter(([, status]) => status === 421).length).toBeGreaterThanOrEqual(17);
  expect(statuses).toHaveLength(20);
}

/** Asks by each of the foreign hosts. */
export async function askAsForeigner(
  port: number,
  isSecure: boolean,
  lines: (host: string) => readonly string[],
) {
  return Promise.all(
    foreignHosts.map(async (name) => {
      const host = name.replaceAll('PORT', String(port));
      return [name, await statusOf(port, isSecure, lines(host))] as const;
    }),
  );
}
