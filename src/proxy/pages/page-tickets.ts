import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { CameraId } from '../../domain/camera.ts';

const ticketMs = 15_000;
/** Slides with every use. */
const passMs = 10 * 60_000;
const mostTickets = 64;

export interface PageGrant {
  readonly cameraId: CameraId;
  /** Path and query of the page on its device. */
  readonly target: string;
}

/** Who may load a device's page: a ticket opens the door once, a pass keeps it open. */
export class PageTickets {
  readonly #now: () => number;
  readonly #tickets = new Map<string, PageGrant & { expiresAtMs: number }>();
  readonly #passes = new Map<string, { expiresAtMs: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(grant: PageGrant): { ticket: string; expiresAtMs: number } {
    const [oldest] = this.#tickets.keys();
    if (this.#tickets.size >= mostTickets && oldest !== undefined) this.#tickets.delete(oldest);
    const ticket = randomBytes(16).toString('base64url');
    const expiresAtMs = this.#now() + ticketMs;
    this.#tickets.set(ticket, { ...grant, expiresAtMs });
    return { ticket, expiresAtMs };
  }

  /** @returns the grant and a new pass; null for a ticket that is unknown, used or too old. */
  redeem(ticket: string): { grant: PageGrant; pass: string } | null {
    const held = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    const nowMs = this.#now();
    if (!held || held.expiresAtMs < nowMs) return null;
    for (const [pass, { expiresAtMs }] of this.#passes) {
      if (expiresAtMs < nowMs) this.#passes.delete(pass);
    }
    const pass = randomBytes(16).toString('base64url');
    this.#passes.set(pass, { expiresAtMs: nowMs + passMs });
    return { grant: held, pass };
  }

  admits(offered: string): boolean {
    const nowMs = this.#now();
    for (const [pass, held] of this.#passes) {
      if (held.expiresAtMs < nowMs || !isSame(pass, offered)) continue;
      held.expiresAtMs = nowMs + passMs;
      return true;
    }
    return false;
  }
}

function isSame(one: string, other: string): boolean {
  const a = Buffer.from(one);
  const b = Buffer.from(other);
  return a.length === b.length && timingSafeEqual(a, b);
}
