import type { NamedPassword } from '../http/credentials.ts';

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
  { username: 'admin', password: 'annex-6', permissions: 12_255 },
  { username: 'guard', password: 'night>2206', permissions: 1991 },
  { username: 'viewer', password: 'look-only', permissions: 519 },
];

export function may(account: ServerAccount, needed: number): boolean {
  return (account.permissions & needed) === needed;
}
