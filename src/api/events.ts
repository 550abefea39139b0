import * as z from 'zod/mini';
import { armingModes } from '../domain/arming.ts';
import { channelStates } from '../domain/camera.ts';
import { eventTopics } from '../domain/device-event.ts';
import { isZone } from '../domain/zone-time.ts';

const box = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  /** Absent: shares of the picture, 0..1. */
  unit: z.optional(z.literal('pixel')),
});
/** A camera tied to an event; `cameraId` is null where we do not have it, or the caller may not see it. */
const linked = z.object({ cameraId: z.nullable(z.string()), title: z.string() });
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** The facts of `domain/device-event`, with our own ids in place of the device's channels. */
export const eventFactSchema = z.discriminatedUnion('topic', [
  z.object({ topic: z.literal('connection'), state: z.enum(['online', 'offline']) }),
  z.object({
    topic: z.literal('channel'),
    change: z.enum([
      'state',
      'added',
      'removed',
      'swapped',
      'renamed',
      'source-modified',
      'stream-ready',
      'stream-changed',
      'settings-changed',
    ]),
    state: z.optional(z.enum(channelStates)),
    name: z.optional(z.string()),
    channels: z.optional(z.tuple([z.string(), z.string()])),
    message: z.optional(z.string()),
  }),
  z.object({
    topic: z.literal('recording'),
    streaming: z.boolean(),
    recording: z.boolean(),
    failedSinceMs: z.optional(z.number()),
  }),
  z.object({
    topic: z.literal('motion'),
    active: z.boolean(),
    level: z.optional(z.number()),
    area: z.optional(z.string()),
    boxes: z.array(box),
  }),
  z.object({
    topic: z.literal('object'),
    kind: z.string(),
    likelihood: z.optional(z.number()),
    objectId: z.optional(z.string()),
    parentId: z.optional(z.string()),
    attributes: values,
    clothes: z.array(
      z.object({ kind: z.string(), length: z.optional(z.string()), colours: z.array(z.string()) }),
    ),
    colours: z.array(z.string()),
    boxes: z.array(box),
    linked: z.array(linked),
  }),
  z.object({
    topic: z.literal('plate'),
    plate: z.string(),
    score: z.optional(z.number()),
    direction: z.optional(z.enum(['entry', 'exit'])),
    zoneCode: z.string(),
    zoneName: z.string(),
    box: z.optional(box),
    linked: z.array(linked),
    parkingLots: z.object({ entrance: z.optional(z.number()), exit: z.optional(z.number()) }),
  }),
  z.object({
    topic: z.literal('call'),
    active: z.boolean(),
    caller: z.string(),
    place: z.string(),
    deviceName: z.string(),
    linked: z.array(linked),
  }),
  z.object({
    topic: z.literal('parking'),
    lots: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.string(),
        count: z.number(),
        most: z.optional(z.number()),
        members: z.array(z.string()),
      }),
    ),
  }),
  z.object({ topic: z.literal('input'), inputId: z.string(), active: z.boolean() }),
  z.object({ topic: z.literal('tampering'), active: z.boolean() }),
  z.object({ topic: z.literal('arming'), mode: z.enum(armingModes), armed: z.boolean() }),
  z.object({
    topic: z.literal('trigger'),
    mode: z.enum(armingModes),
    reasons: z.array(z.string()),
  }),
  z.object({ topic: z.literal('file'), name: z.string() }),
  z.object({
    topic: z.literal('system'),
    code: z.string(),
    name: z.string(),
    severity: z.enum(['notice', 'serious']),
    parameters: z.record(z.string(), z.string()),
    comment: z.optional(z.string()),
  }),
  z.object({ topic: z.literal('packing'), text: z.string() }),
]);

export const eventSchema = z.object({
  /** Stable; the same incident keeps it while it grows. */
  id: z.string(),
  /** Of the last change to this event in the journal; grows over all events of the proxy. */
  number: z.number(),
  deviceId: z.string(),
  deviceName: z.string(),
  cameraId: z.nullable(z.string()),
  /** Empty where it is of no camera. */
  cameraName: z.string(),
  /** When it happened by our clock: the device's time with its known offset taken off, else when it came. */
  atMs: z.number(),
  endMs: z.optional(z.number()),
  /** By the device's own clock, where it says. */
  deviceAtMs: z.optional(z.number()),
  receivedAtMs: z.number(),
  /** Device clock minus ours at that time; absent where nobody knows. */
  clockOffsetMs: z.optional(z.number()),
  /** Fetched from the device's own log after nobody had listened. */
  isLate: z.optional(z.boolean()),
  /** How things stood when listening began, not a change. */
  isSnapshot: z.optional(z.boolean()),
  /** How often the same was reported. */
  count: z.number(),
  hasImage: z.boolean(),
  fact: eventFactSchema,
});
export type EventView = z.infer<typeof eventSchema>;
export type EventFactView = EventView['fact'];
/** Every field that a fact of any topic can have, besides what it is about and whom it is tied to. */
export type EventFactField = Exclude<
  EventFactView extends infer Fact ? (Fact extends unknown ? keyof Fact : never) : never,
  'topic' | 'linked'
>;

/** A time in which events of a device may be missing. */
export const gapSchema = z.object({
  id: z.string(),
  number: z.number(),
  deviceId: z.string(),
  deviceName: z.string(),
  fromMs: z.number(),
  /** Null while it lasts. */
  toMs: z.nullable(z.number()),
  /** `filled`: the device's own log gave all; `partly`: some kinds only; `open`: it keeps none. */
  state: z.enum(['lasting', 'filling', 'filled', 'partly', 'open']),
});
export type EventGap = z.infer<typeof gapSchema>;

/**
 * How events are asked for, also in the address of a page: by topic, camera and time, newest first.
 * `before` pages on: events whose number of arrival is lower.
 */
export const eventQuerySchema = z.object({
  topics: z.optional(z.array(z.enum(eventTopics))),
  cameraIds: z.optional(z.array(z.string())),
  fromMs: z.optional(z.number()),
  toMs: z.optional(z.number()),
  before: z.optional(z.number()),
  limit: z.optional(z.int().check(z.gte(1), z.lte(500))),
});
export const eventPageSchema = z.object({
  events: z.array(eventSchema),
  gaps: z.array(gapSchema),
  /** Whether there are older ones. */
  more: z.boolean(),
});

/** What a window says first on `/ws/events`: the last number that it saw, or null for "from now". */
export const eventsRequestSchema = z.strictObject({
  type: z.literal('open'),
  after: z.nullable(z.number()),
});

/** How the subscription to a device stands. */
export const listeningSchema = z.object({
  deviceId: z.string(),
  state: z.enum(['listening', 'connecting', 'lost', 'not-offered']),
  sinceMs: z.number(),
});

const mostCameras = 64;
const someCameras = z.array(z.string()).check(z.minLength(1), z.maxLength(mostCameras));
/** More than a month. */
const longestDaysMs = 34 * 24 * 60 * 60_000;

/** Query of `GET /api/events/days`: of some cameras, by the calendar of a zone. */
export const eventDaysQuerySchema = z
  .object({
    cameraIds: someCameras,
    fromMs: z.int(),
    toMs: z.int(),
    zone: z.string().check(z.maxLength(64), z.refine(isZone)),
  })
  .check(z.refine(({ fromMs, toMs }) => fromMs < toMs && toMs - fromMs <= longestDaysMs));

/** So many events of one day are counted. */
export const mostCountedEvents = 100;

/** Days on which something happened, such as `2026-11-20`, with how much of it began on each. */
export const eventDaysSchema = z.object({
  days: z.array(z.object({ day: z.string(), count: z.number().check(z.lte(mostCountedEvents)) })),
});
export type EventDays = z.infer<typeof eventDaysSchema>;

export const eventSides = ['before', 'after'] as const;
export type EventSide = (typeof eventSides)[number];

/** Query of `GET /api/events/beside`: the nearest event of some cameras on one side of an instant. */
export const besideQuerySchema = z.object({
  cameraIds: someCameras,
  atMs: z.int(),
  side: z.enum(eventSides),
});

/** An event by when and where it happened. */
const placedEventSchema = z.object({ id: z.string(), cameraId: z.string(), atMs: z.number() });
export type PlacedEvent = z.infer<typeof placedEventSchema>;

export const besideSchema = z.object({ event: z.nullable(placedEventSchema) });
export type EventBeside = z.infer<typeof besideSchema>;
