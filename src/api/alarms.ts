import * as z from 'zod/mini';
import { acknowledgeReasons } from '../domain/alarm.ts';
import { eventTopics } from '../domain/device-event.ts';
import { eventSchema, gapSchema, listeningSchema } from './events.ts';

const actor = z.object({ id: z.string(), name: z.string() });
const priority = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

export const alarmSchema = z.object({
  id: z.string(),
  /** Grows with each change to any alarm; the newest wins in a window. */
  number: z.number(),
  ruleId: z.string(),
  /** Empty for a rule that the product brings along; its words stand in the catalogue. */
  ruleName: z.string(),
  topic: z.enum(eventTopics),
  priority,
  cameraId: z.nullable(z.string()),
  cameraName: z.string(),
  deviceId: z.nullable(z.string()),
  deviceName: z.string(),
  subject: z.string(),
  firstAtMs: z.number(),
  lastAtMs: z.number(),
  count: z.number(),
  active: z.boolean(),
  returnedAtMs: z.nullable(z.number()),
  acknowledged: z.nullable(
    z.object({ by: actor, atMs: z.number(), reason: z.nullable(z.enum(acknowledgeReasons)) }),
  ),
  owner: z.nullable(actor),
  aside: z.nullable(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('shelved'),
        untilMs: z.number(),
        reason: z.string(),
        by: actor,
      }),
      z.object({ kind: z.literal('out-of-service'), reason: z.string(), by: actor }),
    ]),
  ),
  closed: z.nullable(z.object({ by: actor, atMs: z.number() })),
  /** Cameras tied to it, its own first; only those that the caller may see. */
  linkedCameraIds: z.array(z.string()),
  procedure: z.string(),
});
export type AlarmView = z.infer<typeof alarmSchema>;

export const floodSchema = z.object({
  /** More than ten new ones in ten minutes. */
  active: z.boolean(),
  sinceMs: z.nullable(z.number()),
});
/** Since when the disk takes no events, so that a restart would lose them; absent while all are kept. */
const unkeptSinceMs = z.optional(z.number());

/** What the proxy says on `/ws/events`, events and alarms in one order. */
export const eventsReportSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    /** The newest number of the journal. */
    latest: z.number(),
    nowMs: z.number(),
    listening: z.array(listeningSchema),
    alarms: z.array(alarmSchema),
    flood: floodSchema,
    unkeptSinceMs,
  }),
  /** In the order of their numbers; `through` is what the window names on its next connection. */
  z.object({
    type: z.literal('events'),
    events: z.array(eventSchema),
    gaps: z.array(gapSchema),
    through: z.number(),
  }),
  /** More happened while the window was away than is sent: it asks for pages instead. */
  z.object({ type: z.literal('skipped'), fromNumber: z.number(), through: z.number() }),
  z.object({ type: z.literal('alarms'), alarms: z.array(alarmSchema), flood: floodSchema }),
  z.object({ type: z.literal('listening'), listening: z.array(listeningSchema), unkeptSinceMs }),
  z.object({ type: z.literal('beat'), nowMs: z.number() }),
]);
export type EventsReport = z.infer<typeof eventsReportSchema>;
