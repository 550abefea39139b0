import * as z from 'zod/mini';
import { roles } from '../domain/role.ts';

/**
 * `sending` stands before what may harm a device, so that no crash can hide it. `answered` is a
 * device's word, `done` our own.
 */
export const auditOutcomes = [
  'sending',
  'done',
  'answered',
  'refused',
  'failed',
  'cancelled',
] as const;
/** `system` is the proxy itself. */
export const auditActorKinds = ['person', 'kiosk', 'nobody', 'system'] as const;
export const auditObjectKinds = [
  'camera',
  'device',
  'person',
  'group',
  'kiosk',
  'view',
  'session',
  'alarm',
  'rule',
  'case',
] as const;

const actorSchema = z.object({
  kind: z.enum(auditActorKinds),
  id: z.optional(z.string()),
  /** The name at that moment, like that of the object: both may be gone when somebody reads this. */
  name: z.string(),
  role: z.optional(z.enum(roles)),
});
export type AuditActor = z.infer<typeof actorSchema>;

/** One line of the record of who did what. Never holds a secret. */
export const auditEntrySchema = z.object({
  /** Counts up by one. 0 while the disk takes nothing and the line waits in memory. */
  number: z.number(),
  atMs: z.number(),
  actor: actorSchema,
  /** Tells the sessions of one person apart; opens none. */
  session: z.optional(z.string()),
  /** Of the socket, never what a header claims. */
  address: z.optional(z.string()),
  /** Dotted words: `session.sign-in`, or protocol and endpoint, e.g. `ipcam.device.reboot`. */
  operation: z.string(),
  object: z.optional(
    z.object({ kind: z.enum(auditObjectKinds), id: z.string(), name: z.string() }),
  ),
  /** What was sent, with secrets masked. */
  parameters: z.record(z.string(), z.string()),
  outcome: z.enum(auditOutcomes),
  /** The status of the answer, or the reason of a failure. */
  detail: z.string(),
  /** Whether secrets in the answer were shown. */
  revealed: z.boolean(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Lines in one reply. */
const mostAuditEntries = 200;

const searchText = z.optional(z.string().check(z.maxLength(128)));
const wholeNumber = z.coerce.number().check(z.int(), z.nonnegative());
const filter = {
  /** Id, or a part of the name. */
  actor: searchText,
  object: searchText,
  /** Operations or their first words, with commas between: `session,camera.open`. */
  operation: z.optional(z.string().check(z.maxLength(512))),
  outcome: z.optional(z.enum(auditOutcomes)),
  /** Epoch ms; `to` itself no longer counts. */
  from: z.optional(wholeNumber),
  to: z.optional(wholeNumber),
};

/** Query of `GET /api/audit.csv`. */
export const auditFilterSchema = z.strictObject(filter);
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** Query of `GET /api/audit`. */
export const auditQuerySchema = z.strictObject({
  ...filter,
  /** Only lines with a lower number. */
  before: z.optional(wholeNumber),
  limit: z._default(
    z.coerce.number().check(z.int(), z.minimum(1), z.maximum(mostAuditEntries)),
    100,
  ),
});

/** Reply of `GET /api/audit`, the newest line first. */
export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema),
  /** The `before` that leads on; null where nothing older is left. */
  before: z.nullable(z.number()),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

/** Where the record stops fitting: a line, a gap, the lines at its end, its seal, a lost head. */
const auditFaults = ['entry', 'gap', 'end', 'seal', 'break', 'head'] as const;

/** Reply of `GET /api/audit/verify`. */
export const auditVerdictSchema = z.object({
  /** Lines that were looked at. */
  entries: z.number(),
  first: z.optional(z.object({ number: z.number(), atMs: z.number() })),
  last: z.optional(z.object({ number: z.number(), atMs: z.number() })),
  /** What does not fit first, and how much in all; absent where everything fits. */
  fault: z.optional(z.object({ kind: z.enum(auditFaults), number: z.number(), count: z.number() })),
  /** What was removed because of its age, and whether all of that still fitted then. */
  removed: z.optional(z.object({ entries: z.number(), untilMs: z.number(), misfits: z.number() })),
  /** Stands for everything up to the last line; the log has it once a day. */
  head: z.optional(z.object({ number: z.number(), mac: z.string() })),
});
export type AuditVerdict = z.infer<typeof auditVerdictSchema>;
