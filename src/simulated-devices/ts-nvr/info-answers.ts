import type { NamedPassword } from '../http/credentials.ts';
import { offsetText, zoneOffsetMinutes } from './zone-time.ts';

export interface RecorderAccount extends NamedPassword {
  readonly administrator: boolean;
  /** "Pan tilt, relay control". */
  readonly control: boolean;
}

export interface RecorderIdentity {
  readonly siteName: string;
  readonly timeZone: string;
  readonly channels: number;
}

export interface InfoAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

const openItems = ['apiVersion', 'siteName', 'timezone', 'product', 'license'] as const;

/** "Request server information": the open items need no login, `all` without one is 401 with a body. */
export function answerInfo(
  asked: ReadonlySet<string>,
  identity: RecorderIdentity,
  account: RecorderAccount | null,
  epochMs: number,
): InfoAnswer {
  const items: Record<(typeof openItems)[number], unknown> = {
    apiVersion: 'TS-API@0.9.20',
    siteName: encodeURIComponent(identity.siteName),
    timezone: {
      name: identity.timeZone,
      bias: offsetText(zoneOffsetMinutes(identity.timeZone, epochMs)),
    },
    product: { name: 'TS-NVR', version: 'v0.46.6 (64-bit)' },
    license: {
      type: 'genuine',
      maxChannels: 36,
      nChObjDetection: identity.channels,
      mediaType: 'Software',
      extension: ['objectDetection', 'emergencyCall'],
    },
  };
  const all = asked.has('all');
  const body: Record<string, unknown> = {};
  for (const item of openItems) if (all || asked.has(item)) body[item] = items[item];
  const wantsPerson = all || asked.has('whoAmI');
  if (wantsPerson && account !== null) body.whoAmI = whoAmI(account);
  if (wantsPerson && account === null) return { status: 401, body };
  return Object.keys(body).length === 0
    ? { status: 400, body: { code: -1, message: 'Bad request' } }
    : { status: 200, body };
}

function whoAmI(account: RecorderAccount): Record<string, unknown> {
  const rights = {
    DataExport: account.administrator,
    Control: account.control,
    Settings: account.administrator,
    Playback: true,
    LPR: true,
    Remote: true,
  };
  return {
    uid: account.username,
    name: account.username,
    accessRights2: rights,
    accessRights: Object.entries(rights).flatMap(([right, granted]) => (granted ? [right] : [])),
  };
}
