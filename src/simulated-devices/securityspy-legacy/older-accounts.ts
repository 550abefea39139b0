import type { NamedPassword } from '../http/credentials.ts';

export interface OlderAccount extends NamedPassword {
  /** Beyond looking: arm, turn, play and run. */
  readonly controls: boolean;
}

export const olderAccounts: readonly OlderAccount[] = [
  { username: 'admin', password: 'kiosk-4', controls: true },
  { username: 'viewer', password: 'look-only', controls: false },
];
