import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { CameraId } from '../../domain/camera.ts';
import type { PageSession } from './page-session.ts';

const ticketMs = 15_000;
/** Slides with every use. */
const passMs = 10 * 60_000;
const mostTickets = 64;
const mostPasses = 256;

export interface PageGrant {
  readonly session: PageSession;
  readonly cameraId: CameraId;
  /** Path and query of the page on its device. */
  readonly target: string;
  /** The only one that may show the page in a frame. */
  readonly dashboardOrigin: string;
  readonly pageOrigin: string;
}

/** What a pass lets in; `ended` aborts with the pass. */
export interface PageVisit {
  readonly grant: PageGrant;
  readonly ended: AbortSignal;
  /** Something of the page is open until the result is called: it ends with the session. */
  readonly stay: () => () => void;
}

interface Pass extends PageVisit {
  readonly end: () => void;
  stays: number;
  expiresAtMs: number;
}

/** Who may load a device's page: a ticket opens the door once, a pass keeps it open. */
export class PageTickets {
  readonly #now: () => number;
  readonly #tickets = new Map<string, PageGrant & { expiresAtMs: number }>();
  readonly #passes = new Map<string, Pass>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(grant: PageGrant): { ticket: string; expiresAtMs: number } {
    dropOldest(this.#tickets, mostTickets);
    const ticket = randomBytes(16).toString('base64url');
    const expiresAtMs = this.#now() + ticketMs;
    this.#tickets.set(ticket, { ...grant, expiresAtMs });
    return { ticket, expiresAtMs };
  }

  /** @returns the grant and a new pass; null for a ticket that is unknown, used or too old. */
  redeem(ticket: string): { grant: PageGrant; pass: string } | null {
    const held = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    if (!held || held.expiresAtMs < this.#now() || !stands(held)) return null;
    this.endStale();
    const oldest = dropOldest(this.#passes, mostPasses);
    oldest?.end();
    const pass = randomBytes(16).toString('base64url');
    this.#passes.set(pass, this.#passOf(pass, held));
    return { grant: held, pass };
  }

  /** The visit of a pass that holds, ten minutes longer from now on. */
  admit(offered: string): PageVisit | null {
    const nowMs = this.#now();
    for (const [pass, held] of this.#passes) {
      if (!isSame(pass, offered)) continue;
      if (held.expiresAtMs < nowMs || !stands(held.grant)) {
        held.end();
        return null;
      }
      this.#use(held);
      return held;
    }
    return null;
  }

  /** Ends the passes that are too old or whose session may no longer see the camera. */
  endStale(): void {
    const nowMs = this.#now();
    for (const pass of [...this.#passes.values()]) {
      if (pass.expiresAtMs < nowMs || !stands(pass.grant)) pass.end();
      else if (pass.stays > 0) this.#use(pass);
    }
  }

  endAll(): void {
    this.#tickets.clear();
    for (const pass of [...this.#passes.values()]) pass.end();
  }

  #passOf(pass: string, grant: PageGrant): Pass {
    const ending = new AbortController();
    const end = () => {
      this.#passes.delete(pass);
      ending.abort();
    };
    const stay = () => {
      // A function of its own each time: sessions tell what is open apart by it.
      const detach = grant.session.attach(() => end());
      made.stays += 1;
      return () => {
        made.stays -= 1;
        detach();
      };
    };
    const made: Pass = {
      ...{ grant, end, stay },
      ended: ending.signal,
      stays: 0,
      expiresAtMs: this.#now() + passMs,
    };
    return made;
  }

  #use(pass: Pass): void {
    pass.expiresAtMs = this.#now() + passMs;
    pass.grant.session.watches(pass.grant.cameraId);
  }
}

function stands({ session, cameraId }: PageGrant): boolean {
  return session.may('view', cameraId);
}

/** Makes room for one more; gives what had to go. */
function dropOldest<Value>(map: Map<string, Value>, most: number): Value | undefined {
  const [oldest] = map;
  if (map.size < most || oldest === undefined) return undefined;
  map.delete(oldest[0]);
  return oldest[1];
}

function isSame(one: string, other: string): boolean {
  const a = Buffer.from(one);
  const b = Buffer.from(other);
  return a.length === b.length && timingSafeEqual(a, b);
}
