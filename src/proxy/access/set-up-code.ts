import { randomBytes } from 'node:crypto';
import { isSameSecret } from './session-token.ts';

const validMs = 15 * 60_000;

/** What lets whoever reads the output of the start register the first administrator: 128 bit, once. */
export class SetUpCode {
  readonly code = randomBytes(16).toString('base64url');
  readonly #expiresAtMs: number;
  readonly #now: () => number;
  #used = false;

  constructor(now: () => number) {
    this.#now = now;
    this.#expiresAtMs = now() + validMs;
  }

  fits(code: string): boolean {
    return !this.#used && this.#now() < this.#expiresAtMs && isSameSecret(code, this.code);
  }

  /** @returns whether this was the one time that it counts */
  take(code: string): boolean {
    const fits = this.fits(code);
    if (fits) this.#used = true;
    return fits;
  }
}
