import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { row } from './endpoint-row.ts';
import { timeZone } from './query-fields.ts';

const snapshotSection = '5.1.4 Get, modify snapshot path';
const snapshotPath = z.string().regex(/^[A-Za-z0-9_/\\~!@#$%^&+:-]{1,255}$/);

/** Files that any of the listed series takes, and those that only the description names. */
const firmwareFile = z.enum([
  'var',
  'uImage',
  'uImage_userland',
  'uImage_userland.jffs2',
  'userland.jffs2',
  'userland.img',
  'cameraFw',
  'uboot',
  'mcu.bin',
  'switch.bin',
  'main.bin',
  'module.bin',
  'ptz.bin',
]);

/** Any of them may be left out: "the current date and/or time". */
const dateFields = {
  year: z.int().min(2007).max(2099).optional(),
  month: z.int().min(1).max(12).optional(),
  day: z.int().min(1).max(31).optional(),
  hour: z.int().min(0).max(23).optional(),
  minute: z.int().min(0).max(59).optional(),
  second: z.int().min(0).max(59).optional(),
  timezone: timeZone.optional(),
};

export const readDate = row({
  id: 'date.read',
  path: '/cgi-bin/admin/date.cgi',
  query: { action: z.literal('get') },
  summary: 'Clock of the camera, in its own zone',
  section: '5.1.14.1 Get system date and time',
});

/** What keeps the camera itself running. */
export const deviceEndpoints: readonly Endpoint[] = [
  row({
    id: 'snapshot-path.read',
    path: '/cgi-bin/admin/snapshot.cgi',
    query: { action: z.literal('get') },
    summary: 'Folder on the viewing computer for pictures taken by hand',
    section: snapshotSection,
  }),
  row({
    id: 'snapshot-path.write',
    path: '/cgi-bin/admin/snapshot.cgi',
    query: { action: z.literal('set'), path: snapshotPath },
    summary: 'Change that folder',
    section: snapshotSection,
  }),
  row({
    id: 'device.factory-default',
    path: '/cgi-bin/admin/factorydefault.cgi',
    danger: 'destructive',
    summary: 'Reset every parameter but the address; accounts and settings are lost',
    section: '5.1.6 Factory default',
  }),
  row({
    id: 'device.hard-factory-default',
    path: '/cgi-bin/admin/hardfactorydefault.cgi',
    danger: 'destructive',
    summary: 'Reset every parameter, the address too: the camera drops out of the network',
    section: '5.1.7 Hard factory default',
  }),
  row({
    id: 'device.backup',
    path: '/cgi-bin/admin/backup.cgi',
    reply: 'file',
    secretReply: true,
    summary: 'The whole configuration as a file, every password in it',
    section: '5.1.8 Backup',
  }),
  row({
    id: 'device.restore',
    method: 'POST',
    path: '/cgi-bin/admin/restore.cgi',
    body: 'file',
    danger: 'destructive',
    summary: 'Replace the whole configuration with one that was saved',
    section: '5.1.9 Restore',
  }),
  row({
    id: 'device.before-upgrade',
    path: '/cgi-bin/admin/beforeupgrade.cgi',
    danger: 'disruptive',
    summary: 'Stop streams and transfers to make room for new firmware; no picture until a restart',
    section: '5.1.10.1 Before firmware upgrade',
  }),
  row({
    id: 'device.firmware-upgrade',
    method: 'POST',
    path: '/cgi-bin/admin/firmwareupgrade.cgi',
    query: { filename: firmwareFile.optional() },
    body: 'file',
    danger: 'destructive',
    summary: 'Write new firmware; a wrong file makes the camera useless',
    section: '5.1.10.2 Start firmware upgrade',
  }),
  row({
    id: 'device.restart',
    path: '/cgi-bin/admin/restart.cgi',
    danger: 'disruptive',
    summary: 'Restart; the camera is away for about a minute',
    section: '5.1.11 Restart server',
  }),
  row({
    id: 'device.report',
    path: '/cgi-bin/admin/serverreport.cgi',
    secretReply: true,
    summary: 'Report for support, with all parameters and logs',
    section: '5.1.12 Server report',
  }),
  row({
    id: 'device.log',
    path: '/cgi-bin/admin/systemlog.cgi',
    summary: 'System log; its form differs between products',
    section: '5.1.13 System logs',
  }),
  readDate,
  row({
    id: 'date.set',
    path: '/cgi-bin/admin/date.cgi',
    query: z
      .strictObject({ action: z.literal('set'), ...dateFields })
      .refine((query) => Object.keys(query).length > 1)
      .meta({ minProperties: 2 }),
    danger: 'disruptive',
    summary: 'Set date, time or zone; events and recordings are stamped anew',
    section: '5.1.14.2 Set system date and time',
  }),
  row({
    id: 'device.certificate',
    method: 'POST',
    path: '/cgi-bin/admin/upload_certificate.cgi',
    query: { type: z.enum(['ca_certificate', 'client_certificate', 'private_key']) },
    body: 'file',
    danger: 'destructive',
    summary: 'Replace an IEEE 802.1x certificate or key; a wrong one shuts the camera out',
    section: '5.1.15 IEEE 802.1x certificate upload',
  }),
];
