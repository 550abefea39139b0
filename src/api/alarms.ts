import * as z from 'zod/mini';
import { acknowledgeReasons } from '../domain/alarm.ts';
import { eventTopics } from '../domain/device-event.ts';
import { eventSchema, gapSchema, listeningSchema } from './events.ts';

export const actorSchema = z.object({ id: z.string(), name: z.string() });
export const prioritySchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

const text = z.string().check(z.maxLength(500));

export const alarmSchema = z.object({
  id: z.string(),
  /** Grows with each change to any alarm; the newest wins in a window. */
  number: z.number(),
  ruleId: z.string(),
  /** Empty for a rule that the product brings along; its words stand in the catalogue. */
  ruleName: z.string(),
  topic: z.enum(eventTopics),
  priority: prioritySchema,
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
  /** When nobody had taken a critical one for a minute; null before that, and anew when it comes back. */
  escalatedAtMs: z.nullable(z.number()),
  acknowledged: z.nullable(
    z.object({ by: actorSchema, atMs: z.number(), reason: z.nullable(z.enum(acknowledgeReasons)) }),
  ),
  owner: z.nullable(actorSchema),
  aside: z.nullable(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('shelved'),
        untilMs: z.number(),
        reason: z.string(),
        by: actorSchema,
      }),
      z.object({ kind: z.literal('out-of-service'), reason: z.string(), by: actorSchema }),
    ]),
  ),
  closed: z.nullable(z.object({ by: actorSchema, atMs: z.number() })),
  /** Cameras tied to it, its own first; only those that the caller may see. */
  linkedCameraIds: z.array(z.string()),
  procedure: z.string(),
});
export type AlarmView = z.infer<typeof alarmSchema>;

/** Body of `POST /api/alarms/:id/actions`. `requestId` is made by the window: the same one twice is done once. */
export const alarmActionSchema = z.strictObject({
  requestId: z.string().check(z.minLength(8), z.maxLength(64)),
  /**
   * Who did it: what waited in a window is not taken from another person who signed in meanwhile.
   */
  personId: z.optional(z.string()),
  /** When the person did it, epoch ms by the proxy's clock: a window without network sends it later. */
  atMs: z.number(),
  action: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('acknowledge'),
      reason: z.nullable(z.enum(acknowledgeReasons)),
    }),
    z.strictObject({ kind: z.literal('claim') }),
    z.strictObject({ kind: z.literal('forward'), toPersonId: z.string() }),
    z.strictObject({ kind: z.literal('shelve'), untilMs: z.number(), reason: text }),
    z.strictObject({ kind: z.literal('unshelve') }),
    z.strictObject({ kind: z.literal('out-of-service'), reason: text }),
    z.strictObject({ kind: z.literal('in-service') }),
    z.strictObject({ kind: z.literal('note'), text }),
    z.strictObject({ kind: z.literal('close') }),
  ]),
});
export type AlarmActionRequest = z.infer<typeof alarmActionSchema>;

/** A line of an alarm's history, oldest first. */
export const alarmStepSchema = z.object({
  number: z.number(),
  atMs: z.number(),
  by: z.nullable(actorSchema),
  kind: z.enum([
    'raised',
    'repeated',
    'returned',
    'escalated',
    'acknowledge',
    'claim',
    'forward',
    'shelve',
    'unshelve',
    'out-of-service',
    'in-service',
    'note',
    'close',
  ]),
  /** A reason, a note, or the name of the rule that ended it. */
  text: z.string(),
  /** To whom it was forwarded. */
  to: z.optional(actorSchema),
  /** Until when it was shelved. */
  untilMs: z.optional(z.number()),
});
export type AlarmStep = z.infer<typeof alarmStepSchema>;
export const alarmDetailSchema = z.object({
  alarm: alarmSchema,
  steps: z.array(alarmStepSchema),
  /** The newest of those that it was made of, at most a hundred. */
  events: z.array(eventSchema),
});

/** Reply of `GET /api/alarms/:id/people`: to whom it may be forwarded. */
export const alarmPeopleSchema = z.object({
  people: z.array(z.extend(actorSchema, { present: z.boolean() })),
});

const wholeNumber = z.coerce.number().check(z.int(), z.nonnegative());
/** Query of `GET /api/alarms`: with any of these, those that were closed, the last one first. */
export const alarmQuerySchema = z.strictObject({
  closedFrom: z.optional(wholeNumber),
  closedTo: z.optional(wholeNumber),
  /** Only alarms with a lower number. */
  before: z.optional(wholeNumber),
});

export const floodSchema = z.object({
  /** More than ten new ones in ten minutes. */
  active: z.boolean(),
  sinceMs: z.nullable(z.number()),
});
/** Reply of `GET /api/alarms`: all that are not closed, or a page of those that are. */
export const alarmListSchema = z.object({
  alarms: z.array(alarmSchema),
  flood: floodSchema,
  /** The `before` that leads on; null where nothing older is left. */
  before: z.nullable(z.number()),
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
