import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { row } from './endpoint-row.ts';
import { camera } from './query-fields.ts';

export const systemInfoJson = row({
  id: 'system.info',
  path: 'systemInfo',
  query: { format: z.literal('json') },
  reply: 'json',
  summary: 'Server, cameras with their state and modes, schedules, presets and groups',
  section: 'system_info',
});

export const systemInfoXml = row({
  id: 'system.info-xml',
  path: 'systemInfo',
  query: { format: z.literal('xml').optional() },
  reply: 'xml',
  summary: 'Server, cameras and schedules as XML; without a format in the older spelling',
  section: 'system_info',
});

export const cameraModes = row({
  id: 'camera.modes',
  path: 'cameramodes',
  query: { cameraNum: camera },
  summary: 'Whether continuous capture, motion capture and actions of a camera are armed',
  section: 'camera_modes',
});

export const ptzCapabilities = row({
  id: 'ptz.capabilities',
  path: 'getptzcapabilities',
  query: { cameraNum: camera },
  summary:
    'What a camera can move, as a sum: 1 pan and tilt, 2 home, 4 zoom, 8 presets, 16 speed, ' +
    '32 continuous movement',
  section: 'ptz_capabilities',
});

const html = z.literal('html').optional();
const xml = z.literal('xml');
const events = { version: z.literal([2, 3]) };
const sounds = { path: 'sounds', role: 'operator', section: 'list_sounds' } as const;
const scripts = { path: 'scripts', role: 'administrator', section: 'list_scripts' } as const;

export const eventText = row({
  id: 'events.text',
  path: 'eventStream',
  query: events,
  reply: 'stream',
  summary: 'Events of all cameras, one a line, for as long as the connection lasts',
  section: 'event_stream',
});

export const eventParts = row({
  id: 'events.multipart',
  path: 'eventStream',
  query: { ...events, format: z.literal('multipart') },
  reply: 'stream',
  summary: 'Events of all cameras, each as a part of a multipart stream',
  section: 'event_stream',
});

/** What a server says of itself. */
export const systemEndpoints: readonly Endpoint[] = [
  systemInfoJson,
  systemInfoXml,
  cameraModes,
  ptzCapabilities,
  eventText,
  eventParts,
  row({
    ...sounds,
    id: 'sounds.page',
    query: { format: html },
    reply: 'html',
    summary: 'Page of the server itself with the sounds; its links play them on its computer',
  }),
  row({
    ...sounds,
    id: 'sounds.list',
    query: { format: xml },
    reply: 'xml',
    summary: 'Names of the sounds that actions can play',
  }),
  row({
    ...scripts,
    id: 'scripts.page',
    query: { format: html },
    reply: 'html',
    summary: 'Page of the server itself with the scripts; its links run them on its computer',
  }),
  row({
    ...scripts,
    id: 'scripts.list',
    query: { format: xml },
    reply: 'xml',
    summary: 'Names of the scripts that actions can run',
  }),
];
