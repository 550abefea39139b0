import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { DeviceError } from '../../domain/device-error.ts';
import { ownSecrets } from '../console/own-secrets.ts';
import type { DeviceConnection } from '../link/device-connection.ts';
import { discardStream } from '../link/device-target.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import { allowedSocket, allowedTarget, type PageRules } from './page-allowance.ts';
import { cageHeaders } from './page-cage.ts';
import { relayPageSocket } from './page-relay.ts';
import { leavePath, leaveScript, sendPagePart } from './page-reply.ts';
import { misplaced, soleCookie, soleHeader } from './page-request.ts';
import { scopeOf } from './page-scope.ts';
import { PageScrub } from './page-scrub.ts';
import { type PageGrant, PageTickets, type PageVisit } from './page-tickets.ts';

const ticketPrefix = '/__t/';
/** A page asks for its pictures one after the other; this leaves the device room for everybody else. */
const mostAtOnce = 12;
/** Rights that were taken away end a picture or socket that is still open within a second. */
const lookMs = 500;

/** The page of one device, behind whatever listens for it. */
export class PageDoor {
  readonly device: ActiveDevice;
  readonly #tickets: PageTickets;
  readonly #cookie: string;
  readonly #onUse: () => void;
  #open = 0;
  #look: ReturnType<typeof setInterval> | undefined;

  /**
   * @param key tells its cookie from those of other doors on the same host
   * @param onUse called whenever somebody begins or ends to use it
   */
  constructor(device: ActiveDevice, key: string, now: () => number, onUse: () => void) {
    this.device = device;
    this.#tickets = new PageTickets(now);
    this.#cookie = `watchfloor-page-${key}`;
    this.#onUse = onUse;
  }

  get inUse(): boolean {
    return this.#open > 0;
  }

  invite(grant: PageGrant): { ticket: string; expiresAtMs: number } {
    this.#onUse();
    return this.#tickets.issue(grant);
  }

  /** Ends every picture and socket that is open, and lets nobody in again. */
  close(): void {
    clearInterval(this.#look);
    this.#tickets.endAll();
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const left = this.#enter();
    response.once('close', left);
    const visit = this.#tickets.admit(this.#passOf(request));
    setHeaders(response, cageHeaders(visit?.grant));
    const refusal = misplaced(request);
    if (refusal !== null) return end(response, refusal);
    const url = request.url ?? '/';
    if (url.startsWith(ticketPrefix)) return this.#redeem(url, response);
    if (visit === null) return end(response, 403);
    if (url === leavePath) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(leaveScript);
      return;
    }
    await this.#forward(url, request.method === 'HEAD', response, visit);
  }

  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const left = this.#enter();
    const gone = new AbortController();
    const hungUp = () => {
      gone.abort();
      left();
    };
    socket.on('error', () => socket.destroy()).once('close', hungUp);
    const visit = this.#tickets.admit(this.#passOf(request));
    const rules = visit && this.#rules(visit);
    const isOwn = visit !== null && soleHeader(request, 'origin') === visit.grant.pageOrigin;
    const target = isOwn && rules ? allowedSocket(request.url ?? '/', rules) : null;
    const { connection } = this.device;
    if (!visit || !target || !connection || this.#isFull) return refuseUpgrade(socket, 403);
    socket.once('close', visit.stay());
    try {
      const signal = AbortSignal.any([gone.signal, visit.ended]);
      const opened = await connection.openPage(target, signal, 'socket');
      const onward = opened.socket;
      if (!onward) {
        discardStream(opened);
        return refuseUpgrade(socket, 502);
      }
      const { ended } = visit;
      const scope = () => scopeOf(visit.grant.session, this.device.cameras);
      const onClose = () => discardStream(opened);
      relayPageSocket(request, socket, head, onward, {
        ...{ scope, ended, onClose },
        scrub: this.#scrub(),
      });
    } catch (failure) {
      refuseUpgrade(socket, failure instanceof DeviceError ? 502 : 500);
    }
  }

  #enter(): () => void {
    this.#open += 1;
    this.#look ??= setInterval(() => this.#tickets.endStale(), lookMs);
    this.#onUse();
    return () => {
      this.#open -= 1;
      if (this.#open === 0) {
        clearInterval(this.#look);
        this.#look = undefined;
      }
      this.#onUse();
    };
  }

  get #isFull(): boolean {
    return this.#open > mostAtOnce;
  }

  #redeem(url: string, response: ServerResponse): void {
    const redeemed = this.#tickets.redeem(url.slice(ticketPrefix.length));
    if (!redeemed) {
      end(response, 403);
      return;
    }
    const { grant, pass } = redeemed;
    const secure = grant.pageOrigin.startsWith('https:');
    const name = `${secure ? '__Host-' : ''}${this.#cookie}`;
    const cookie = `${name}=${pass}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
    setHeaders(response, cageHeaders(grant));
    response.writeHead(303, { 'set-cookie': cookie, location: grant.target }).end();
  }

  #passOf(request: IncomingMessage): string {
    return soleCookie(request, `__Host-${this.#cookie}`) || soleCookie(request, this.#cookie);
  }

  #rules({ grant }: PageVisit): PageRules | null {
    const { protocol, cameras } = this.device;
    if (!protocol) return null;
    const scope = scopeOf(grant.session, cameras);
    const seen = cameras.filter(({ row }) => scope.sees(row.channel));
    const targetsOf = (isPage: boolean) =>
      (isPage ? cameras : seen).flatMap(({ row }) =>
        row.description.streams
          .filter(({ kind }) => (kind === 'page') === isPage)
          .map(({ target }) => target),
      );
    return { protocol, scope, pages: targetsOf(true), streams: targetsOf(false) };
  }

  #scrub(): PageScrub {
    return new PageScrub(ownSecrets(this.device.credentials()));
  }

  async #forward(
    url: string,
    isHead: boolean,
    response: ServerResponse,
    visit: PageVisit,
  ): Promise<void> {
    const { connection } = this.device;
    const rules = this.#rules(visit);
    const target = rules && allowedTarget(url, rules);
    if (!connection || !target || !rules) return end(response, 403);
    if (this.#isFull) return end(response, 503);
    const gone = new AbortController();
    const leave = visit.stay();
    response.once('close', () => {
      gone.abort();
      leave();
    });
    visit.ended.addEventListener('abort', () => response.destroy(), { signal: gone.signal });
    try {
      const part = await connection.openPage(target, gone.signal);
      if (part.status >= 300 && part.status < 400 && part.status !== 304) {
        discardStream(part);
        return this.#redirect(part.location, target, rules, response);
      }
      if (isHead) {
        discardStream(part);
        return end(response, part.status);
      }
      await sendPagePart(part, response, this.#scrub());
    } catch (failure) {
      if (response.headersSent) response.destroy();
      else end(response, failure instanceof DeviceError ? 502 : 500);
    }
  }

  /** Within the device its page may lead where it might have asked by itself; nowhere else. */
  #redirect(location: string, target: string, rules: PageRules, response: ServerResponse): void {
    const from = new URL(target, this.device.row.origin);
    const to = URL.canParse(location, from.href) ? new URL(location, from) : null;
    const isOwn = to !== null && to.origin === from.origin && location !== '';
    const allowed = isOwn ? allowedTarget(`${to.pathname}${to.search}`, rules) : null;
    if (allowed === null) end(response, 502);
    else response.writeHead(302, { location: allowed }).end();
  }
}

/** Asks a device for its page once, so that a tile can say what is wrong before it shows nothing. */
export async function tryPage(connection: DeviceConnection, target: string): Promise<number> {
  const part = await connection.openPage(target, AbortSignal.timeout(10_000), 'entry');
  discardStream(part);
  return part.status;
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}

function refuseUpgrade(socket: Duplex, status: 403 | 500 | 502): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}
