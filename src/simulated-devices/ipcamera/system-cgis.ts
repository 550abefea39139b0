import type { CameraUnit } from './camera-unit.ts';
import type { UploadedFile } from './multipart-form.ts';
import { writePairs } from './parameter-tree.ts';
import { attachment, bareText, failure, type RawReply, text } from './raw-reply.ts';

const ok = bareText('OK\n');
const certificateTypes = ['ca_certificate', 'client_certificate', 'private_key'];
const validPath = /^[A-Za-z0-9_/\\~!@#$%^&+\-:]{1,128}$/;

/** `snapshot.cgi` (5.1.4). */
export function answerSnapshotPath(unit: CameraUnit, query: URLSearchParams): RawReply {
  const path = query.get('path');
  switch (query.get('action')) {
    case 'get':
      return bareText(`${unit.snapshotPath}\n`);
    case 'set':
      if (path === null || !validPath.test(path)) return failure('invalid path');
      unit.snapshotPath = path;
      return ok;
    default:
      return failure('action must be get or set');
  }
}

export function answerReset(unit: CameraUnit, kind: 'factory' | 'hard-factory'): RawReply {
  unit.reset(kind);
  return ok;
}

/** `backup.cgi` (5.1.8). */
export function answerBackup(unit: CameraUnit): RawReply {
  return attachment('config_file.bin', unit.backup());
}

/** `restore.cgi` (5.1.9). */
export function answerRestore(unit: CameraUnit, file: UploadedFile | null): RawReply {
  if (file === null) return failure('no file');
  return unit.restore(file.content) ? ok : failure('not a backup of this unit');
}

/** `beforeupgrade.cgi` (5.1.10.1): nothing is stopped, since nothing will be upgraded. */
export function answerBeforeUpgrade(unit: CameraUnit): RawReply {
  unit.log.add('prepared for firmware upgrade');
  return ok;
}

/** `firmwareupgrade.cgi` (5.1.10.2). */
export function answerFirmware(
  unit: CameraUnit,
  query: URLSearchParams,
  file: UploadedFile | null,
): RawReply {
  const name = query.get('filename') ?? file?.name ?? '';
  if (!unit.facts.model.firmwareFiles.includes(name)) return failure('no such firmware file');
  if (file === null || file.content.length === 0) return failure('no file');
  unit.accept('firmware', name, file.content.length);
  return ok;
}

/** `upload_certificate.cgi` (5.1.15). */
export function answerCertificate(
  unit: CameraUnit,
  query: URLSearchParams,
  file: UploadedFile | null,
): RawReply {
  const type = query.get('type') ?? file?.name ?? '';
  if (!certificateTypes.includes(type)) return failure('no such certificate type');
  if (file === null || file.content.length === 0) return failure('no file');
  unit.accept('certificate', type, file.content.length);
  return ok;
}

export function answerRestart(unit: CameraUnit): RawReply {
  unit.log.add('restart');
  return ok;
}

/** `systemlog.cgi` (5.1.13). */
export function answerSystemLog(unit: CameraUnit): RawReply {
  return text(unit.log.text);
}

/** `serverreport.cgi` (5.1.12): product, parameters and log. */
export function answerReport(unit: CameraUnit): RawReply {
  const { model } = unit.facts;
  const parts = [
    `Product: ${model.productName} ${model.productNumber}`,
    `Date: ${unit.clock.text}`,
    '',
    '---- Parameters ----',
    writePairs(unit.tree.under('')),
    '---- System log ----',
    unit.log.text,
  ];
  return text(parts.join('\n'));
}
