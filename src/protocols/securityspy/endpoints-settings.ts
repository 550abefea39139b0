import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { row, settingsRow } from './endpoint-row.ts';
import { camera } from './query-fields.ts';
import {
  cameraFields,
  compressionFields,
  displayFields,
  emailFields,
  generalFields,
  generalPasswords,
  storageFields,
  webFields,
} from './settings-fields.ts';

interface Section {
  readonly name: string;
  readonly holds: string;
  /** Whether the reply holds passwords: only an administrator reads any section. */
  readonly secretReply?: true;
  readonly query?: z.core.$ZodShape;
}

const cameras: Section = {
  name: 'cameras',
  holds: 'one camera: device, picture, overlay, motion, capture and actions, its password in clear',
  secretReply: true,
  query: { cameraNum: camera },
};

const sections: readonly Section[] = [
  { name: 'general', holds: 'start, sleep, alerts, sound, dates and names', secretReply: true },
  { name: 'display', holds: 'video windows on the screen of the server' },
  { name: 'storage', holds: 'where footage is kept, and when it is deleted' },
  { name: 'compression', holds: 'codecs and qualities of recordings and streams' },
  { name: 'email', holds: 'mail server, addresses and pictures', secretReply: true },
  // The accounts of the web server belong to the same section.
  { name: 'web', holds: 'web server, ports and names', secretReply: true },
];

/** A reply without a format is the page of the settings, so a format is always asked for. */
function reading({ name, holds, secretReply, query }: Section, format: 'json' | 'xml'): Endpoint {
  return row({
    id: `settings-${name}.read${format === 'json' ? '' : '-xml'}`,
    path: `settings-${name}`,
    query: { ...query, format: z.literal(format) },
    reply: format,
    role: 'administrator',
    secretReply,
    summary: `Settings of ${holds}${format === 'json' ? '' : ', as XML'}`,
    section: 'settings',
  });
}

export const readCameraSettings = reading(cameras, 'json');

export const writeCameraSettings = settingsRow({
  id: 'settings-cameras.write',
  path: 'settings-cameras',
  fields: cameraFields,
  danger: 'disruptive',
  summary: 'Change one camera; it goes dark while disabled or with a wrong address or password',
  section: 'set_settings_cameras',
});

/** Each writes only the fields that it is sent. */
const writings: readonly Endpoint[] = [
  settingsRow({
    id: 'settings-general.write',
    path: 'settings-general',
    fields: generalFields,
    danger: 'disruptive',
    summary: 'Change general settings; a computer that may sleep records nothing meanwhile',
    section: 'set_settings_general',
  }),
  settingsRow({
    id: 'settings-general.write-passwords',
    path: 'settings-general',
    fields: generalPasswords,
    danger: 'destructive',
    summary: 'Set the passwords for settings and for quitting; may lock everybody out of them',
    section: 'set_settings_general',
  }),
  settingsRow({
    id: 'settings-display.write',
    path: 'settings-display',
    fields: displayFields,
    danger: 'safe',
    summary: 'Change the video windows on the screen of the server',
    section: 'set_settings_display',
  }),
  settingsRow({
    id: 'settings-storage.write',
    path: 'settings-storage',
    fields: storageFields,
    danger: 'destructive',
    summary: 'Change where footage is kept and when it is deleted; a shorter time erases footage',
    section: 'set_settings_storage',
  }),
  settingsRow({
    id: 'settings-compression.write',
    path: 'settings-compression',
    fields: compressionFields,
    danger: 'disruptive',
    summary: 'Change codec and quality of all recordings and streams that follow',
    section: 'set_settings_compression',
  }),
  settingsRow({
    id: 'settings-email.write',
    path: 'settings-email',
    fields: emailFields,
    danger: 'disruptive',
    summary: 'Change how and where the server sends mail',
    section: 'set_settings_email',
  }),
  settingsRow({
    id: 'settings-web.write',
    path: 'settings-web',
    fields: webFields,
    danger: 'destructive',
    summary: 'Change ports of the web server or switch it off, which cuts off whoever uses it',
    section: 'set_settings_web',
  }),
  writeCameraSettings,
];

export const settingsEndpoints: readonly Endpoint[] = [
  ...sections.map((section) => reading(section, 'json')),
  readCameraSettings,
  ...[...sections, cameras].map((section) => reading(section, 'xml')),
  ...writings,
];
