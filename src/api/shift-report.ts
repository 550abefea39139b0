import * as z from 'zod/mini';
import { actorSchema, prioritySchema } from './alarms.ts';

const handoverNoteViewSchema = z.object({ atMs: z.number(), by: actorSchema, text: z.string() });
export type HandoverNote = z.infer<typeof handoverNoteViewSchema>;
/** Reply of `GET /api/handover-notes`: the newest, the last one first. */
export const handoverNotesSchema = z.object({ notes: z.array(handoverNoteViewSchema) });

/** Numbers of a shift, by EEMUA 191 and ISA-18.2: how many, how long in flood, how fast seen. */
export const shiftReportSchema = z.object({
  fromMs: z.number(),
  toMs: z.number(),
  alarms: z.number(),
  byPriority: z.array(z.object({ priority: prioritySchema, alarms: z.number() })),
  /** Ten minutes each. */
  perTenMinutes: z.array(z.object({ fromMs: z.number(), alarms: z.number() })),
  floodMs: z.number(),
  /** Of those that were raised; null where none of them was acknowledged. */
  meanAcknowledgeMs: z.nullable(z.number()),
  /** At the end, whenever they were raised. */
  unacknowledged: z.number(),
  /** At the end active for longer than a day. */
  stale: z.number(),
  sources: z.array(
    z.object({
      cameraId: z.nullable(z.string()),
      name: z.string(),
      ruleId: z.string(),
      ruleName: z.string(),
      alarms: z.number(),
    }),
  ),
  notes: z.array(handoverNoteViewSchema),
});
export type ShiftReport = z.infer<typeof shiftReportSchema>;

export const mostReportMs = 31 * 24 * 60 * 60_000;
const instant = z.coerce.number().check(z.int(), z.nonnegative());
/** Query of `GET /api/shift-report`; the end no longer belongs to it. */
export const reportRangeSchema = z.strictObject({ from: instant, to: instant });

export const longestNote = 4000;
/** Body of `POST /api/handover-notes`. */
export const handoverNoteSchema = z.strictObject({
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestNote)),
});
