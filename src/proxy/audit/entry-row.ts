import * as z from 'zod/mini';
import {
  type AuditEntry,
  auditActorKinds,
  auditObjectKinds,
  auditOutcomes,
} from '../../api/audit.ts';
import { roles } from '../../domain/role.ts';
import type { AuditRow, UnchainedRow } from '../store/audit-store.ts';
import type { UnsignedRow } from './chain.ts';

const longestName = 200;
const longestDetail = 500;
/** What the endpoint console keeps of a body, and a little. */
const longestValue = 2100;
const mostParameters = 70;

/**
 * An entry that the database gives back as it took it, and that needs a bounded room. A text holds
 * no U+FFFD: it is what a reader makes of damaged bytes, and so never a sign of a whole line.
 */
export function keptEntry(entry: AuditEntry): AuditEntry {
  const { actor, object, session, address } = entry;
  const name = (text: string) => plain(text, longestName);
  return {
    ...entry,
    actor: {
      ...actor,
      ...(actor.id === undefined ? {} : { id: name(actor.id) }),
      name: name(actor.name),
    },
    ...(session === undefined ? {} : { session: name(session) }),
    ...(address === undefined ? {} : { address: name(address) }),
    operation: name(entry.operation),
    ...(object === undefined
      ? {}
      : { object: { kind: object.kind, id: name(object.id), name: name(object.name) } }),
    parameters: Object.fromEntries(
      Object.entries(entry.parameters)
        .slice(0, mostParameters)
        .map(([key, value]) => [name(key), plain(value, longestValue)]),
    ),
    detail: plain(entry.detail, longestDetail),
  };
}

export function rowOfEntry(entry: AuditEntry): UnsignedRow {
  const { actor, object } = entry;
  return {
    number: entry.number,
    at_ms: entry.atMs,
    actor_kind: actor.kind,
    actor_id: actor.id ?? null,
    actor_name: actor.name,
    actor_role: actor.role ?? null,
    session: entry.session ?? null,
    address: entry.address ?? null,
    operation: entry.operation,
    object_kind: object?.kind ?? null,
    object_id: object?.id ?? null,
    object_name: object?.name ?? null,
    parameters: JSON.stringify(entry.parameters),
    outcome: entry.outcome,
    detail: entry.detail,
    revealed: entry.revealed ? 1 : 0,
  };
}

const kindSchema = z.enum(auditActorKinds);
const roleSchema = z.enum(roles);
const objectSchema = z.enum(auditObjectKinds);
const outcomeSchema = z.enum(auditOutcomes);
const parametersSchema = z.record(z.string(), z.string());

/** A line that somebody has changed is shown as well as it can be read; the chain tells on it. */
export function entryOfRow(row: AuditRow): AuditEntry {
  const role = roleSchema.safeParse(row.actor_role).data;
  const objectKind = objectSchema.safeParse(row.object_kind).data;
  return {
    number: Number(row.number),
    atMs: Number(row.at_ms),
    actor: {
      kind: kindSchema.safeParse(row.actor_kind).data ?? 'nobody',
      ...(row.actor_id === null ? {} : { id: String(row.actor_id) }),
      name: String(row.actor_name),
      ...(role === undefined ? {} : { role }),
    },
    ...(row.session === null ? {} : { session: String(row.session) }),
    ...(row.address === null ? {} : { address: String(row.address) }),
    operation: String(row.operation),
    ...(objectKind === undefined
      ? {}
      : { object: { kind: objectKind, id: row.object_id ?? '', name: row.object_name ?? '' } }),
    parameters: readParameters(row.parameters),
    outcome: outcomeSchema.safeParse(row.outcome).data ?? 'failed',
    detail: String(row.detail),
    revealed: row.revealed === 1,
  };
}

/** A line from before the chain, of which there was none but of an administrator at the machine. */
export function entryOfUnchained(row: UnchainedRow): AuditEntry {
  return {
    number: row.number,
    atMs: Number(row.at_ms),
    actor: { kind: 'person', name: row.actor },
    operation: row.operation,
    object: { kind: 'device', id: row.device_id, name: row.device_name },
    parameters: readParameters(row.parameters),
    outcome: outcomeSchema.safeParse(row.outcome).data ?? 'failed',
    detail: row.detail,
    revealed: row.revealed === 1,
  };
}

function readParameters(text: string): Record<string, string> {
  try {
    return parametersSchema.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}

function plain(text: string, longest: number): string {
  return Buffer.from(text.slice(0, longest)).toString().replaceAll('\uFFFD', '?');
}
