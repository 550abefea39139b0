import * as z from 'zod/mini';
import { eventTopics } from '../domain/device-event.ts';
import { prioritySchema } from './alarms.ts';
import { eventSendingSchema } from './event-sending.ts';

const minute = z.int().check(z.gte(0), z.lte(1440));
const percent = z.number().check(z.gte(0), z.lte(100));
export const longestProcedure = 4000;
export const ruleContentSchema = z.strictObject({
  name: z.string().check(z.maxLength(64)),
  enabled: z.boolean(),
  topic: z.enum(eventTopics),
  cameraIds: z.array(z.string()).check(z.maxLength(1000)),
  condition: z.strictObject({
    objectKinds: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20)),
    leastPercent: z.nullable(percent),
    plates: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(1000)),
    leastFullPercent: z.nullable(percent),
    seriousOnly: z.boolean(),
    leastSeconds: z.number().check(z.gte(0), z.lte(3600)),
  }),
  hours: z
    .array(
      z.strictObject({
        days: z.array(z.int().check(z.gte(0), z.lte(6))),
        fromMinute: minute,
        toMinute: minute,
      }),
    )
    .check(z.maxLength(50)),
  priority: prioritySchema,
  procedure: z.string().check(z.maxLength(longestProcedure)),
  /** Shown live beside an alarm's own camera, at most eight. */
  linkedCameraIds: z.array(z.string()).check(z.maxLength(8)),
  /** What goes to devices as soon as it raises an alarm. */
  sendings: z.array(eventSendingSchema).check(z.maxLength(8)),
});
export const ruleSchema = z.extend(ruleContentSchema, { id: z.string() });
export type RuleView = z.infer<typeof ruleSchema>;
export type RuleContent = z.infer<typeof ruleContentSchema>;

/** Reply of `POST /api/alarm-rule-trials`: how often a rule would have raised an alarm. */
export const ruleTrialSchema = z.object({
  sinceMs: z.number(),
  alarms: z.number(),
  /** How many events were looked at; where there were more, the count is the least that it was. */
  looked: z.number(),
  whole: z.boolean(),
});
export type RuleTrial = z.infer<typeof ruleTrialSchema>;
export const ruleListSchema = z.object({ rules: z.array(ruleSchema) });
