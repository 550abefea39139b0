import type { NamedPassword } from '../http/credentials.ts';
import { sitePassword } from '../http/site-password.ts';

export interface OlderAccount extends NamedPassword {
  /** Beyond looking: arm, turn, play and run. */
  readonly controls: boolean;
}

export const olderAccounts: readonly OlderAccount[] = [
  { username: 'admin', password: sitePassword('kiosk-4'), controls: true },
  { username: 'viewer', password: sitePassword('look-only'), controls: false },
];
