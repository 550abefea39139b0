import { account } from './en-account.ts';
import { audit } from './en-audit.ts';
import { console } from './en-console.ts';
import { devices } from './en-devices.ts';
import { kiosk } from './en-kiosk.ts';
import { people } from './en-people.ts';
import { playback } from './en-playback.ts';
import { problems } from './en-problems.ts';
import { shell } from './en-shell.ts';
import { wall } from './en-wall.ts';

/** English, the source of every other language. ICU message format; one file per screen. */
export const en = {
  ...shell,
  ...audit,
  ...wall,
  ...playback,
  ...devices,
  ...console,
  ...account,
  ...people,
  ...kiosk,
  ...problems,
} as const;
