import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { apiRow, row } from './endpoint-row.ts';
import { base64, channel, choice, flag, language, playerTime } from './query-fields.ts';

/** `os`, `cpu,memory`, `supported`, `all`; the server itself lists what it knows. */
const itemList = z.string().regex(/^[A-Za-z]{1,32}(?:,[A-Za-z]{1,32})*$/);
const diskList = z.string().regex(/^[1-9]\d?(?:,[1-9]\d?)*$/);

const player = {
  ch: channel,
  lang: language.optional(),
  showTitle: choice.optional(),
  showPlayTime: choice.optional(),
};

export const signIn = apiRow({
  id: 'auth.login',
  path: '/api/auth',
  query: { login: base64 },
  reply: 'text',
  summary: 'Sign in and receive a session cookie',
  section: 'Sign in',
});

export const infoAll = apiRow({
  id: 'info.all',
  path: '/api/info',
  query: { all: flag },
  summary: 'Everything the server says of itself; the body is useful even with a 401',
  section: 'Request all at once',
});

export const infoApiVersion = apiRow({
  id: 'info.api-version',
  path: '/api/info',
  query: { apiVersion: flag },
  summary: 'Version of the API; answers without an account',
  section: 'API version',
});

/** The vendor's player, sign-in, facts about the server, its health, and its restart. */
export const serverEndpoints: readonly Endpoint[] = [
  row({
    id: 'watch.live',
    path: '/watch',
    query: { ...player, when: z.literal('now').optional() },
    reply: 'html',
    summary: "The vendor's player with the live picture of a channel",
    section: 'Real-time video display',
  }),
  row({
    id: 'watch.recorded',
    path: '/watch',
    query: { ...player, when: playerTime },
    reply: 'html',
    summary: "The vendor's player with the recording of a channel from a moment on",
    section: 'Display recorded video',
  }),
  signIn,
  apiRow({
    id: 'auth.auth',
    path: '/api/auth',
    query: { auth: base64 },
    reply: 'text',
    summary: 'Sign in by the parameter that other requests take as well',
    section: 'Sign in',
  }),
  apiRow({
    id: 'auth.logout',
    path: '/api/auth',
    query: { logout: flag },
    reply: 'text',
    summary: 'End the session',
    section: 'Sign out',
  }),
  infoApiVersion,
  apiRow({
    id: 'info.site-name',
    path: '/api/info',
    query: { siteName: flag },
    summary: 'Name of the site, percent-encoded',
    section: 'Site name',
  }),
  apiRow({
    id: 'info.timezone',
    path: '/api/info',
    query: { timezone: flag },
    summary: 'Zone of the server: name and offset from UTC',
    section: 'Server-side time zone',
  }),
  apiRow({
    id: 'info.product',
    path: '/api/info',
    query: { product: flag },
    summary: 'Product and version',
    section: 'Product information',
  }),
  apiRow({
    id: 'info.license',
    path: '/api/info',
    query: { license: flag },
    summary: 'Licence: channels, add-ons, days left of a trial',
    section: 'License information',
  }),
  apiRow({
    id: 'info.who-am-i',
    path: '/api/info',
    query: { whoAmI: flag },
    summary: 'The signed-in account and its rights',
    section: 'User information',
  }),
  infoAll,
  apiRow({
    id: 'system.info',
    path: '/api/system',
    query: { info: z.union([flag, itemList]).optional() },
    role: 'operator',
    summary: 'Host facts: system, processor, memory, disks, network',
    section: 'Request system information @0.3.0',
  }),
  apiRow({
    id: 'system.health',
    path: '/api/system',
    query: { health: z.union([flag, itemList]) },
    role: 'operator',
    summary: 'Host load: processor, memory, disks, recording storage, network',
    section: 'Request system health @0.3.0',
  }),
  apiRow({
    id: 'system.hdd-smart',
    path: '/api/system',
    query: { hddsmart: z.union([flag, diskList]) },
    role: 'operator',
    summary: 'S.M.A.R.T. table of each disk',
    section: 'Request HDD S.M.A.R.T. @0.6.0',
  }),
  apiRow({
    id: 'system.restart',
    path: '/api/system',
    query: { restart: flag },
    role: 'administrator',
    danger: 'disruptive',
    summary: 'Restart the server process; every picture and recording pauses',
    section: 'Request to restart server process @0.6.0',
  }),
  apiRow({
    id: 'system.reboot',
    path: '/api/system',
    query: { reboot: flag },
    role: 'administrator',
    danger: 'disruptive',
    summary: 'Reboot the host; every picture and recording stops until it is back',
    section: 'Request to reboot server system @0.6.0',
  }),
];
