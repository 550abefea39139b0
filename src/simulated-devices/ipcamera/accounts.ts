import type { NamedPassword } from '../http/credentials.ts';

export type Rights = 'administrator' | 'viewer';

export interface CameraAccount extends NamedPassword {
  readonly rights: Rights;
  readonly groups: readonly string[];
}

/** The groups of the document's example, in the order of `privacy.cgi`'s columns. */
export const userGroups = ['dido', 'camctrl', 'talk', 'listen'] as const;
const isGroup = (name: string): boolean => userGroups.some((group) => group === name);
const validText = /^[a-zA-Z0-9]{1,32}$/;
const mostAccounts = 20;

/** The people whom a camera knows (5.1.2); its administrator stays. */
export class Accounts {
  readonly administrator: CameraAccount;
  readonly #others = new Map<string, CameraAccount>();

  constructor(administrator: NamedPassword, viewers: readonly NamedPassword[]) {
    this.administrator = { ...administrator, rights: 'administrator', groups: userGroups };
    for (const viewer of viewers)
      this.#others.set(viewer.username, { ...viewer, rights: 'viewer', groups: ['camctrl'] });
  }

  get all(): readonly CameraAccount[] {
    return [this.administrator, ...this.#others.values()];
  }

  /** What is wrong, or null when the account is there now. */
  add(username: string, password: string, groups: string): string | null {
    if (!validText.test(username) || !validText.test(password)) return 'invalid user or password';
    if (this.all.some((account) => account.username === username)) return 'the user exists';
    if (this.all.length >= mostAccounts) return 'too many users';
    const names = readGroups(groups);
    if (names === null) return 'no such group';
    this.#others.set(username, { username, password, rights: 'viewer', groups: names });
    return null;
  }

  update(username: string, password: string | null, groups: string | null): string | null {
    const known = this.#others.get(username);
    if (known === undefined) return 'no such user';
    if (password !== null && !validText.test(password)) return 'invalid user or password';
    const names = groups === null ? known.groups : readGroups(groups);
    if (names === null) return 'no such group';
    this.#others.set(username, { ...known, password: password ?? known.password, groups: names });
    return null;
  }

  remove(username: string): string | null {
    return this.#others.delete(username) ? null : 'no such user';
  }
}

/** Separated by colons, with spaces around them in one of the document's two examples. */
function readGroups(text: string): string[] | null {
  const names = text
    .split(':')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.every(isGroup) ? names : null;
}
