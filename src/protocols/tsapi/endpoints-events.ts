import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { apiRow, row } from './endpoint-row.ts';
import {
  base64,
  channel,
  channelList,
  choice,
  language,
  text,
  timestamp,
  wordList,
} from './query-fields.ts';

/** "Web Sockets (RFC6455)" and "Body Temperature Event". */
export const topics: readonly string[] = [
  ...['channelStatus', 'LPR', 'emergencyCall', 'systemEvent', 'motionChanges', 'parkingCount'],
  ...['packing', 'recordingStatus', 'object', 'bodyTemperature'],
];

const subscription = {
  topics: wordList(topics),
  verbose: choice.optional(),
  session: text.optional(),
  /** Parking lots rather than channels where the topic is `parkingCount`. */
  ch: channelList.optional(),
  lang: language.optional(),
  objectType: wordList(['face', 'human', 'vehicle', 'bodyTemperature']).optional(),
};

const carNumber = z.strictObject({
  topic: z.literal('LPR'),
  src: text,
  plateNo: text,
  when: timestamp.optional(),
  timeBegin: timestamp.optional(),
});
const emergencyCall = z.strictObject({
  topic: z.literal('emergencyCall'),
  device: text,
  src: text,
  event: z.enum(['callStart', 'callEnd']),
  /** Channels to show; empty restores what was shown before. */
  camera: z.union([z.literal(''), channelList]).optional(),
  when: timestamp.optional(),
});
const pushed = z.discriminatedUnion('topic', [carNumber, emergencyCall]);

/** Seconds, or a number with a unit; up to one hour ("Event Backup"). */
const alarmSpan = z.union([z.int().min(0).max(3600), z.string().regex(/^\d{1,7}(?:h|m|s|ms)?$/)]);
const backupTask = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('presetGo'), token: text }),
  z.strictObject({
    command: z.literal('eventBackup'),
    preAlarm: alarmSpan.optional(),
    postAlarm: alarmSpan.optional(),
    chids: z.array(channel).optional(),
  }),
]);

export const eventSocket = row({
  id: 'events.subscribe',
  path: '/wsapi/subscribeEvents',
  query: subscription,
  reply: 'socket',
  summary: 'Subscribe to events as they happen',
  section: 'Web Sockets (RFC6455)',
});

export const eventSocketAlias = row({
  id: 'events.subscribe-alias',
  path: '/api/subscribeEvents',
  query: subscription,
  reply: 'socket',
  summary: 'The older path of the same subscription',
  section: 'Emergency call events',
});

export const push = row({
  id: 'push',
  method: 'POST',
  path: '/api/push',
  body: z.union([pushed, z.array(pushed).min(1)]),
  reply: 'text',
  role: 'operator',
  danger: 'disruptive',
  summary: 'Report a number plate, or begin or end an emergency call',
  section: 'Pushing events to the server @0.4.0',
});

export const eventTrigger = apiRow({
  id: 'event-videos.trigger',
  method: 'PUT',
  path: '/api/event-videos/trigger',
  body: z.strictObject({
    chid: channel,
    timestamp: timestamp.optional(),
    title: text.optional(),
    comment: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
    tasks: z.array(backupTask).optional(),
  }),
  role: 'operator',
  danger: 'disruptive',
  summary: 'Mark an event, back up its video, turn a camera to a preset',
  section: 'Event Backup @0.9.17',
});

export const exportSocket = row({
  id: 'export.start',
  path: '/wsapi/dataExport',
  query: {
    timeBegin: timestamp,
    timeEnd: timestamp,
    ch: channelList.optional(),
    subtitleFormat: z.enum(['VTT', 'SRT', 'SMI', 'None']).optional(),
    mediaSize: z
      .string()
      .regex(/^\d{1,12}(?:GB|MB|KB|B)$/)
      .optional(),
    statusInterval: z
      .string()
      .regex(/^\d{1,7}(?:ms|s)$/)
      .optional(),
    lang: language.optional(),
    submitter: z.string().max(1000).optional(),
    recipient: z.string().max(1000).optional(),
    purpose: z.string().max(1000).optional(),
    md5: choice.optional(),
    password: base64.optional(),
  },
  reply: 'socket',
  role: 'operator',
  // Nothing at the site changes, but personal data leaves it: a person must confirm that.
  danger: 'disruptive',
  summary: 'Export recordings as files; the server writes down who asked and why',
  section: 'Exporting recorded video @0.3.0',
});

/** What the server pushes, what is pushed to it, and what leaves it. */
export const eventEndpoints: readonly Endpoint[] = [
  eventSocket,
  eventSocketAlias,
  exportSocket,
  push,
  eventTrigger,
];
