import type { NamedPassword } from '../http/credentials.ts';
import { sitePassword } from '../http/site-password.ts';

/** Bits of `permissions` in a systemInfo, as captured servers use them. */
export const right = {
  live: 1,
  files: 4,
  settings: 16,
  ptz: 64,
  schedule: 128,
  savePreset: 256,
  hear: 512,
  trigger: 1024,
  talk: 2048,
} as const;

export interface ServerAccount extends NamedPassword {
  readonly permissions: number;
}

/** An administrator, a guard who may do all but change settings, and somebody who only looks. */
export const accounts: readonly ServerAccount[] = [
  { username: 'admin', password: sitePassword('annex-6'), permissions: 12_255 },
  { username: 'guard', password: sitePassword('night>2206'), permissions: 1991 },
  { username: 'viewer', password: sitePassword('look-only'), permissions: 519 },
];

export function may(account: ServerAccount, needed: number): boolean {
  return (account.permissions & needed) === needed;
}
