import * as z from 'zod/mini';
import { actorSchema, prioritySchema } from './alarms.ts';

/** Numbers of a shift, by EEMUA 191 and ISA-18.2: how many, how long in flood, how fast seen. */
export const shiftReportSchema = z.object({
  fromMs: z.number(),
  toMs: z.number(),
  alarms: z.number(),
  byPriority: z.array(z.object({ priority: prioritySchema, alarms: z.number() })),
  /** Ten minutes each. */
  perTenMinutes: z.array(z.object({ fromMs: z.number(), alarms: z.number() })),
  floodMs: z.number(),
  /** Null where none was acknowledged. */
  meanAcknowledgeMs: z.nullable(z.number()),
  unacknowledged: z.number(),
  /** Active for longer than a day. */
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
  notes: z.array(z.object({ atMs: z.number(), by: actorSchema, text: z.string() })),
});
export type ShiftReport = z.infer<typeof shiftReportSchema>;
export const handoverNoteSchema = z.strictObject({ text: z.string().check(z.maxLength(4000)) });
