import type { ServerResponse } from 'node:http';
import type { DeviceCommand } from '../control/device-command.ts';
import { answerPrivacy, answerPwdgrp, answerUserinfo } from './account-cgis.ts';
import type { Rights } from './accounts.ts';
import type { CameraUnit } from './camera-unit.ts';
import { answerEvents, type EventCgiOptions } from './event-cgi.ts';
import type { UploadedFile } from './multipart-form.ts';
import * as noted from './noted-commands.ts';
import { answerParam } from './param-cgi.ts';
import { answerPtz } from './ptz-cgi.ts';
import { answerPtzConfig } from './ptz-config-cgi.ts';
import type { RawReply } from './raw-reply.ts';
import type { StandardPictures } from './standard-pictures.ts';
import * as system from './system-cgis.ts';

/** One CGI: a reply to a query, a reply to an upload, or one that it writes itself. */
export type Cgi = { readonly rights: Rights } & (
  | {
      readonly kind: 'reply';
      answer(query: URLSearchParams): RawReply;
      after?(): void;
      /** The command that a query gives; null for one that is not noted. */
      noted?(query: URLSearchParams): DeviceCommand | null;
    }
  | { readonly kind: 'upload'; answer(query: URLSearchParams, file: UploadedFile | null): RawReply }
  | { readonly kind: 'own'; answer(query: URLSearchParams, response: ServerResponse): void }
);

export interface CgiTableOptions {
  readonly unit: CameraUnit;
  readonly pictures: StandardPictures;
  readonly events: EventCgiOptions;
  restart(): void;
}

type Answer = (query: URLSearchParams) => RawReply;
type UploadAnswer = (query: URLSearchParams, file: UploadedFile | null) => RawReply;

const admin = (answer: Answer, after?: () => void): Cgi => ({
  rights: 'administrator',
  kind: 'reply',
  answer,
  ...(after === undefined ? {} : { after }),
});
const control = (
  rights: Rights,
  note: (query: URLSearchParams) => DeviceCommand | null,
  answer: Answer,
): Cgi => ({ rights, kind: 'reply', answer, noted: note });
const upload = (answer: UploadAnswer): Cgi => ({ rights: 'administrator', kind: 'upload', answer });

/** Every CGI of the document by its path below `/cgi-bin/`; its folder `admin` is for administrators. */
export function cgiTable({ unit, pictures, events, restart }: CgiTableOptions): Map<string, Cgi> {
  const { tree, accounts, ptz, contacts } = unit;
  const hasPresets = (): boolean => (ptz?.memory.presets.size ?? 0) > 0;
  const eventData: Cgi = {
    rights: 'administrator',
    kind: 'own',
    answer: (query, response) => answerEvents(events, query, response),
  };
  return new Map<string, Cgi>([
    [
      'admin/param.cgi',
      control('administrator', noted.ofParam, (query) => answerParam(tree, query, hasPresets)),
    ],
    ['admin/pwdgrp.cgi', admin((query) => answerPwdgrp(accounts, query))],
    ['admin/privacy.cgi', admin(() => answerPrivacy(accounts))],
    ['admin/userinfo.cgi', admin(() => answerUserinfo(accounts))],
    ['admin/snapshot.cgi', admin((query) => system.answerSnapshotPath(unit, query))],
    ['admin/storagemanagement.cgi', admin((query) => unit.storage.answer(query))],
    ['admin/factorydefault.cgi', admin(() => system.answerReset(unit, 'factory'))],
    ['admin/hardfactorydefault.cgi', admin(() => system.answerReset(unit, 'hard-factory'))],
    ['admin/backup.cgi', admin(() => system.answerBackup(unit))],
    ['admin/restore.cgi', upload((_, file) => system.answerRestore(unit, file))],
    ['admin/beforeupgrade.cgi', admin(() => system.answerBeforeUpgrade(unit))],
    [
      'admin/firmwareupgrade.cgi',
      upload((query, file) => system.answerFirmware(unit, query, file)),
    ],
    ['admin/restart.cgi', admin(() => system.answerRestart(unit), restart)],
    ['admin/serverreport.cgi', admin(() => system.answerReport(unit))],
    ['admin/systemlog.cgi', admin(() => system.answerSystemLog(unit))],
    ['admin/date.cgi', admin((query) => unit.clock.answer(query))],
    [
      'admin/upload_certificate.cgi',
      upload((query, file) => system.answerCertificate(unit, query, file)),
    ],
    ['admin/eventdata.cgi', eventData],
    // Three of the document's examples leave the "t" out.
    ['admin/evendata.cgi', eventData],
    ['io/input.cgi', admin((query) => contacts.answerInput(query))],
    [
      'io/output.cgi',
      control('administrator', noted.ofOutput, (query) => contacts.answerOutput(query)),
    ],
    [
      'com/ptzconfig.cgi',
      control('administrator', noted.ofPtzConfig, (query) => answerPtzConfig(ptz, query)),
    ],
    ['com/ptz.cgi', control('viewer', noted.ofPtz, (query) => answerPtz(ptz, query))],
    [
      'jpg/image.cgi',
      {
        rights: 'viewer',
        kind: 'own',
        answer: (_, response) => pictures.sendSnapshot(response),
      },
    ],
  ]);
}
