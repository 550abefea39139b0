import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { findAccount, readBasic, readEncodedLogin } from '../http/credentials.ts';

export interface RecorderAccount {
  readonly username: string;
  readonly password: string;
  readonly administrator: boolean;
}

const cookieName = 'TSSESSION';
const mostSessions = 500;

/** Where a request may carry its login: everywhere, or only where files allow it. */
export type LoginPlaces = 'any' | 'header-or-session';

/** Sign-in as the document's "Session authentication" has it. */
export class Sessions {
  readonly #accounts: readonly RecorderAccount[];
  readonly #sessions = new Map<string, RecorderAccount>();

  constructor(accounts: readonly RecorderAccount[]) {
    this.#accounts = accounts;
  }

  /** The account of an encoded `login=` or `auth=` value. */
  check(encoded: string): RecorderAccount | null {
    return findAccount(this.#accounts, readEncodedLogin(encoded));
  }

  /** Who asks; a wrong login counts as none even beside a session. */
  of(
    request: IncomingMessage,
    query: URLSearchParams,
    places: LoginPlaces,
  ): RecorderAccount | null {
    const encoded = places === 'any' ? (query.get('auth') ?? query.get('?auth')) : null;
    // A "+" of base64 that was not percent-encoded arrives as a space.
    if (encoded !== null) return this.check(encoded.replaceAll(' ', '+'));
    if (request.headers.authorization !== undefined) {
      return findAccount(this.#accounts, readBasic(request.headers.authorization));
    }
    const id = sessionId(request);
    return id === null ? null : (this.#sessions.get(id) ?? null);
  }

  /** Opens a session and returns its `Set-Cookie` value. */
  open(account: RecorderAccount): string {
    const id = randomBytes(16).toString('hex');
    this.#sessions.set(id, account);
    const oldest = this.#sessions.keys().next();
    if (this.#sessions.size > mostSessions && oldest.done !== true)
      this.#sessions.delete(oldest.value);
    return `${cookieName}=${id}; Path=/; HttpOnly`;
  }

  close(request: IncomingMessage): void {
    const id = sessionId(request);
    if (id !== null) this.#sessions.delete(id);
  }

  forgetAll(): void {
    this.#sessions.clear();
  }
}

function sessionId(request: IncomingMessage): string | null {
  const match = /(?:^|;\s*)TSSESSION=([0-9a-f]+)/.exec(request.headers.cookie ?? '');
  return match?.[1] ?? null;
}
