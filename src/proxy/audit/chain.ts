import { createHmac, hkdfSync } from 'node:crypto';
import type { AuditRow, AuditSealRow } from '../store/audit-store.ts';

/** Key of the chain, derived for this one purpose. */
export type AuditKey = Uint8Array;

export function auditKey(masterKey: Uint8Array): AuditKey {
  return new Uint8Array(hkdfSync('sha256', masterKey, '', 'audit-mac/v1', 32));
}

/** Every column of a line but its mac; their order is part of the chain. */
const columns = [
  'number',
  'at_ms',
  'actor_kind',
  'actor_id',
  'actor_name',
  'actor_role',
  'session',
  'address',
  'operation',
  'object_kind',
  'object_id',
  'object_name',
  'parameters',
  'outcome',
  'detail',
  'revealed',
] as const satisfies readonly (keyof AuditRow)[];

export type UnsignedRow = Omit<AuditRow, 'mac'>;

/** The mac of a line says what it holds, and which line stands before it. */
export function rowMac(key: AuditKey, before: string, row: UnsignedRow): string {
  return macOf(key, ['line/v1', before, ...columns.map((column) => row[column])]);
}

const sealColumns = [
  'anchor_number',
  'anchor_mac',
  'removed',
  'removed_until_ms',
  'removed_misfits',
  'head_number',
  'head_mac',
] as const satisfies readonly (keyof AuditSealRow)[];

export type UnsealedEnds = Omit<AuditSealRow, 'mac'>;

/** Without it whoever removes the last lines, or the first, would leave a shorter chain that fits. */
export function sealed(key: AuditKey, ends: UnsealedEnds): AuditSealRow {
  return { ...ends, mac: sealMac(key, ends) };
}

export function sealFits(key: AuditKey, seal: AuditSealRow): boolean {
  return seal.mac === sealMac(key, seal);
}

function sealMac(key: AuditKey, ends: UnsealedEnds): string {
  return macOf(key, ['seal/v1', ...sealColumns.map((column) => ends[column])]);
}

/** As JSON, so that no two lists of values read the same. */
function macOf(key: AuditKey, values: readonly (string | number | null)[]): string {
  return createHmac('sha256', key).update(JSON.stringify(values)).digest('base64url');
}
