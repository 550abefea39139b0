import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { DeviceError } from '../../domain/device-error.ts';
import { allowedHost, type HostRule } from '../access/same-site.ts';
import { countAsOwn } from '../link/own-listeners.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import { allowedTarget } from './page-allowance.ts';
import { cageHeaders } from './page-cage.ts';
import { PageTickets } from './page-tickets.ts';

const ticketPrefix = '/__t/';
const idleMs = 60_000;
const safeType = /^[a-z0-9.+-]+\/[a-z0-9.+-]+(?:; ?[a-z-]+="?[\w.-]+"?)*$/i;

export interface PageServerOptions {
  readonly device: ActiveDevice;
  readonly port: number;
  readonly hosts: HostRule;
  readonly now: () => number;
  /** Told when nobody has used it for a minute. */
  readonly onIdle: () => void;
}

/** The page of one device on an origin of its own, so that its scripts are strangers to ours. */
export class PageServer {
  readonly tickets: PageTickets;
  readonly #options: PageServerOptions;
  readonly #server: Server;
  #port = 0;
  #open = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #dashboardOrigin = "'none'";

  constructor(options: PageServerOptions) {
    this.#options = options;
    this.tickets = new PageTickets(options.now);
    this.#server = createServer(
      { maxHeaderSize: 16 * 1024, headersTimeout: 5000, requestTimeout: 10_000 },
      (request, response) => void this.#answer(request, response),
    );
    countAsOwn(this.#server);
    // Frames speak HTTP; a socket of the page has nowhere to go.
    this.#server.on('upgrade', (_request, socket) => socket.destroy());
  }

  get device(): ActiveDevice {
    return this.#options.device;
  }

  /** Rejects with the failure of `listen`, e.g. when the port is taken. */
  async listen(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#options.port, '127.0.0.1', () => resolve());
    });
    const address = this.#server.address();
    this.#port = typeof address === 'object' && address !== null ? address.port : 0;
    this.touch();
    return this.#port;
  }

  /** Names who may show the page, and begins its minute anew. */
  welcome(dashboardOrigin: string): void {
    this.#dashboardOrigin = dashboardOrigin;
    this.touch();
  }

  touch(): void {
    clearTimeout(this.#idle);
    if (this.#open > 0) return;
    this.#idle = setTimeout(this.#options.onIdle, idleMs);
    this.#idle.unref();
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#open += 1;
    this.touch();
    response.once('close', () => {
      this.#open -= 1;
      this.touch();
    });
    const host = allowedHost(request, this.#options.hosts);
    const headers = cageHeaders(this.#dashboardOrigin, host ?? 'localhost');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (host === null) return end(response, 421);
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
    // Alone in a window the page could lead itself away, with what it has seen.
    if (request.headers['sec-fetch-dest'] === 'document') return end(response, 403);
    const url = request.url ?? '/';
    if (url.startsWith(ticketPrefix)) return this.#redeem(url, response);
    if (!this.tickets.admits(this.#passOf(request))) return end(response, 403);
    await this.#forward(url, request, response);
  }

  #redeem(url: string, response: ServerResponse): void {
    const redeemed = this.tickets.redeem(url.slice(ticketPrefix.length));
    if (redeemed) {
      const cookie = `${this.#cookieName}=${redeemed.pass}; Path=/; HttpOnly; SameSite=Strict`;
      response.setHeader('set-cookie', cookie);
      response.setHeader('location', redeemed.grant.target);
    }
    end(response, redeemed ? 303 : 403);
  }

  get #cookieName(): string {
    return `watchfloor-page-${this.#port}`;
  }

  /** Ports share their cookies, so that ours is found by name and must be there once. */
  #passOf(request: IncomingMessage): string {
    const prefix = `${this.#cookieName}=`;
    const passes = (request.headers.cookie ?? '')
      .split(/; */)
      .filter((cookie) => cookie.startsWith(prefix));
    return passes.length === 1 ? (passes[0]?.slice(prefix.length) ?? '') : '';
  }

  async #forward(url: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { protocol, connection, cameras } = this.#options.device;
    const pages = cameras.flatMap(({ row }) =>
      row.description.streams.filter(({ kind }) => kind === 'page').map(({ target }) => target),
    );
    const target = protocol && allowedTarget(url, protocol, pages);
    if (!connection || !target) return end(response, 403);
    const left = new AbortController();
    response.once('close', () => left.abort());
    try {
      const stream = await connection.openStream(target, left.signal);
      const type = safeType.test(stream.contentTypeLine) ? stream.contentTypeLine : undefined;
      response.setHeader('content-type', type ?? 'application/octet-stream');
      if (request.method === 'HEAD') {
        stream.body.on('error', () => undefined).destroy();
        return end(response, stream.status);
      }
      response.writeHead(stream.status);
      await pipeline(stream.body, response);
    } catch (failure) {
      if (response.headersSent) response.destroy();
      else end(response, failure instanceof DeviceError ? 502 : 500);
    }
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status);
  response.end();
}
