import { createHash, timingSafeEqual } from 'node:crypto';

export interface NamedPassword {
  readonly username: string;
  readonly password: string;
}

/** Splits base64 of `user:password`; null when it is neither. */
export function readEncodedLogin(encoded: string): NamedPassword | null {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return null;
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** The login of an `Authorization: Basic` header. */
export function readBasic(header: string | undefined): NamedPassword | null {
  const match = /^basic\s+(\S+)$/i.exec(header ?? '');
  return match?.[1] === undefined ? null : readEncodedLogin(match[1]);
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The account that a login names with its right password. */
export function findAccount<T extends NamedPassword>(
  accounts: readonly T[],
  login: NamedPassword | null,
): T | null {
  if (login === null) return null;
  const account = accounts.find(({ username }) => username === login.username);
  if (account === undefined) return null;
  return timingSafeEqual(digest(account.password), digest(login.password)) ? account : null;
}
