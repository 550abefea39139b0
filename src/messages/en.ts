import { account } from './en-account.ts';
import { alarm } from './en-alarm.ts';
import { alarms } from './en-alarms.ts';
import { audit } from './en-audit.ts';
import { bookmarks } from './en-bookmarks.ts';
import { cases } from './en-cases.ts';
import { console } from './en-console.ts';
import { desk } from './en-desk.ts';
import { devices } from './en-devices.ts';
import { eventPanel } from './en-event-panel.ts';
import { events } from './en-events.ts';
import { exports } from './en-exports.ts';
import { kiosk } from './en-kiosk.ts';
import { people } from './en-people.ts';
import { places } from './en-places.ts';
import { playback } from './en-playback.ts';
import { problems } from './en-problems.ts';
import { proof } from './en-proof.ts';
import { ptz } from './en-ptz.ts';
import { recordings } from './en-recordings.ts';
import { rules } from './en-rules.ts';
import { sending } from './en-sending.ts';
import { shell } from './en-shell.ts';
import { shift } from './en-shift.ts';
import { site } from './en-site.ts';
import { sound } from './en-sound.ts';
import { timeline } from './en-timeline.ts';
import { verify } from './en-verify.ts';
import { wall } from './en-wall.ts';

/** English, the source of every other language. ICU message format; one file per screen. The page
 * itself never loads all of it: see `t.ts`. */
export const en = {
  ...shell,
  ...alarm,
  ...alarms,
  ...desk,
  ...audit,
  ...events,
  ...eventPanel,
  ...wall,
  ...playback,
  ...devices,
  ...console,
  ...account,
  ...people,
  ...exports,
  ...kiosk,
  ...problems,
  ...ptz,
  ...sending,
  ...shift,
  ...rules,
  ...site,
  ...sound,
  ...recordings,
  ...timeline,
  ...proof,
  ...bookmarks,
  ...verify,
  ...cases,
  ...places,
} as const;
