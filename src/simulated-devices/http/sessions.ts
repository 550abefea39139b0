import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { findAccount, type NamedPassword, readBasic, readEncodedLogin } from './credentials.ts';

const mostSessions = 500;

/** Where a request may carry its login: everywhere, or only where files allow it. */
export type LoginPlaces = 'any' | 'header-or-session';

/** Who asks a device: by `auth=`, by Basic, or by the cookie of a session that was opened before. */
export class Sessions<T extends NamedPassword> {
  readonly #accounts: readonly T[];
  readonly #cookieName: string;
  readonly #sessions = new Map<string, T>();

  constructor(accounts: readonly T[], cookieName: string) {
    this.#accounts = accounts;
    this.#cookieName = cookieName;
  }

  /** The account of an encoded `login=` or `auth=` value, base64 or base64url. */
  check(encoded: string): T | null {
    return findAccount(this.#accounts, readEncodedLogin(encoded));
  }

  /** Who asks; a wrong login counts as none even beside a session. */
  of(request: IncomingMessage, query: URLSearchParams, places: LoginPlaces): T | null {
    const encoded = places === 'any' ? (query.get('auth') ?? query.get('?auth')) : null;
    // A "+" of base64 that was not percent-encoded arrives as a space.
    if (encoded !== null) return this.check(encoded.replaceAll(' ', '+'));
    if (request.headers.authorization !== undefined) {
      return findAccount(this.#accounts, readBasic(request.headers.authorization));
    }
    const id = this.#idOf(request);
    return id === null ? null : (this.#sessions.get(id) ?? null);
  }

  /** Opens a session and returns its `Set-Cookie` value. */
  open(account: T): string {
    const id = randomBytes(16).toString('hex');
    this.#sessions.set(id, account);
    const oldest = this.#sessions.keys().next();
    if (this.#sessions.size > mostSessions && oldest.done !== true)
      this.#sessions.delete(oldest.value);
    return `${this.#cookieName}=${id}; Path=/; HttpOnly`;
  }

  close(request: IncomingMessage): void {
    const id = this.#idOf(request);
    if (id !== null) this.#sessions.delete(id);
  }

  forgetAll(): void {
    this.#sessions.clear();
  }

  #idOf(request: IncomingMessage): string | null {
    const cookies = (request.headers.cookie ?? '').split(/;\s*/);
    const prefix = `${this.#cookieName}=`;
    return cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length) ?? null;
  }
}
