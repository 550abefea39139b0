import { type Pairing, pairingLastsMs } from '../../api/kiosk.ts';
import { RequestFault } from '../request-fault.ts';
import { makePairingCode, plainCode, spacedCode } from './pairing-code.ts';
import { RateWindow } from './rate-window.ts';
import { hashToken, makeToken } from './session-token.ts';

const mostPending = 32;
const mostPerAddress = 4;
const requestsPerAddress = 20;
const requestWindowMs = 10 * 60_000;
/** A screen asks every two seconds; one that has missed five of them has been switched off. */
const silentMs = 10_000;

interface Pending {
  readonly code: string;
  readonly secretHash: string;
  readonly address: string;
  readonly expiresAtMs: number;
  lastAskedMs: number;
  /** Whether somebody typed its code, which counts once. */
  taken: boolean;
  /** Set when it was approved. */
  kioskId: string | null;
}

export type Claim = { readonly state: 'waiting' | 'expired' } | { readonly kioskId: string };

/** Screens that show a code and wait for somebody to type it. Never outlive the proxy. */
export class Pairings {
  readonly #now: () => number;
  readonly #requests: RateWindow;
  /** By the hash of the secret, the eldest first. */
  readonly #pending = new Map<string, Pending>();

  constructor(now: () => number) {
    this.#now = now;
    this.#requests = new RateWindow(now, requestsPerAddress, requestWindowMs);
  }

  /** @throws RequestFault `too-many-attempts` */
  begin(address: string): Pairing {
    this.#dropExpired();
    this.#makeRoom((one) => one.address === address, mostPerAddress);
    this.#makeRoom(() => true, mostPending);
    const retryAfterMs = this.#requests.take(address);
    if (retryAfterMs > 0) throw new RequestFault('too-many-attempts', undefined, { retryAfterMs });
    const nowMs = this.#now();
    const secret = makeToken();
    const pending: Pending = {
      code: this.#freeCode(),
      secretHash: hashToken(secret),
      address,
      expiresAtMs: nowMs + pairingLastsMs,
      lastAskedMs: nowMs,
      taken: false,
      kioskId: null,
    };
    this.#pending.set(pending.secretHash, pending);
    return { code: spacedCode(pending.code), secret, expiresAtMs: pending.expiresAtMs };
  }

  /**
   * Lets the screen that shows a code in, as the kiosk that is made then.
   * @throws RequestFault `code-refused`; a failure of `make` leaves the code as good as it was
   */
  async approve<T extends { readonly id: string }>(
    typed: string,
    make: () => Promise<T>,
  ): Promise<T> {
    this.#dropExpired();
    const code = plainCode(typed);
    const pending = this.#all.find((one) => one.code === code && !one.taken);
    if (!pending) throw new RequestFault('code-refused');
    pending.taken = true;
    try {
      const made = await make();
      pending.kioskId = made.id;
      return made;
    } finally {
      pending.taken = pending.kioskId !== null;
    }
  }

  /** What became of the screen that holds a secret; an approval is told once. */
  claim(secret: string): Claim {
    this.#dropExpired();
    const pending = this.#pending.get(hashToken(secret));
    if (!pending) return { state: 'expired' };
    pending.lastAskedMs = this.#now();
    if (pending.kioskId === null) return { state: 'waiting' };
    this.#pending.delete(pending.secretHash);
    return { kioskId: pending.kioskId };
  }

  get #all(): readonly Pending[] {
    return [...this.#pending.values()];
  }

  #dropExpired(): void {
    const nowMs = this.#now();
    for (const { secretHash, expiresAtMs } of this.#all) {
      if (expiresAtMs <= nowMs) this.#pending.delete(secretHash);
    }
  }

  /** A screen that was reloaded or switched off gives its place to the next. */
  #makeRoom(counts: (pending: Pending) => boolean, most: number): void {
    const nowMs = this.#now();
    const held = this.#all.filter(counts);
    if (held.length < most) return;
    const silent = held.find((one) => !one.taken && nowMs - one.lastAskedMs >= silentMs);
    if (!silent) {
      const freeAtMs = Math.min(...held.map((one) => one.lastAskedMs + silentMs));
      const retryAfterMs = Math.max(1000, freeAtMs - nowMs);
      throw new RequestFault('too-many-attempts', undefined, { retryAfterMs });
    }
    this.#pending.delete(silent.secretHash);
  }

  #freeCode(): string {
    const code = makePairingCode();
    return this.#all.some((one) => one.code === code) ? this.#freeCode() : code;
  }
}
