import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReportedEvent } from '../../domain/device-event.ts';
import { still } from './still-camera.ts';

/** A device of a test that tells events, and keeps all of them in a log. */
export interface TellingDevice {
  readonly origin: string;
  readonly log: ReportedEvent[];
  /** How many listen at this moment. */
  readonly listeners: number;
  /** Tells whoever listens, and notes it in the log. */
  say(event: ReportedEvent): void;
  /** Hangs up on whoever listens. */
  drop(): void;
  stop(): Promise<void>;
}

/** Speaks what `telling-protocol.ts` understands. */
export async function startTellingDevice(): Promise<TellingDevice> {
  const log: ReportedEvent[] = [];
  const listening = new Set<ServerResponse>();
  const server = createServer(({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://device');
    if (pathname === '/events') {
      response.writeHead(200, { 'content-type': 'text/plain' }).write('\n');
      listening.add(response);
      response.once('close', () => listening.delete(response));
    } else if (pathname === '/log') {
      const from = Number(searchParams.get('from'));
      const to = Number(searchParams.get('to'));
      const isAsked = ({ deviceAtMs = 0 }: ReportedEvent) => deviceAtMs >= from && deviceAtMs <= to;
      response.end(JSON.stringify(log.filter(isAsked)));
    } else if (pathname === '/picture') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(still);
    } else if (pathname === '/large') {
      response.end(Buffer.concat([still, Buffer.alloc(1024 * 1024)]));
    } else {
      response.end('<html>');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    get listeners() {
      return listening.size;
    },
    say: (event) => {
      log.push(event);
      for (const response of listening) response.write(`${JSON.stringify(event)}\n`);
    },
    drop: () => {
      for (const response of listening) response.destroy();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
