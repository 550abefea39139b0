import * as z from 'zod/mini';

const text = z.string().check(z.trim(), z.maxLength(120));
const seconds = z.int().check(z.gte(0), z.lte(3600));

/** Body of `POST /api/event-sendings`, and what a rule sends: an event that we tell a device. */
export const eventSendingSchema = z.discriminatedUnion('kind', [
  /** A plate that something else read, as if the device's own reader had. */
  z.strictObject({
    kind: z.literal('plate'),
    deviceId: z.string(),
    /** The device's own code of the place. */
    zoneCode: text.check(z.minLength(1)),
    plate: text.check(z.minLength(1)),
  }),
  z.strictObject({
    kind: z.literal('call'),
    deviceId: z.string(),
    /** Make and model of what calls. */
    deviceName: text.check(z.minLength(1)),
    /** The device's own code of the place. */
    caller: text.check(z.minLength(1)),
    active: z.boolean(),
  }),
  /** Marks a moment of a camera on its recorder, which may keep a copy or turn the camera. */
  z.strictObject({
    kind: z.literal('mark'),
    cameraId: z.string(),
    title: text,
    comment: z.string().check(z.trim(), z.maxLength(500)),
    presetId: z.nullable(z.string()),
    backup: z.nullable(z.strictObject({ beforeSeconds: seconds, afterSeconds: seconds })),
  }),
  /** The device acts as if something moved before the camera. */
  z.strictObject({ kind: z.literal('motion'), cameraId: z.string() }),
]);
export type EventSending = z.infer<typeof eventSendingSchema>;
export const sendingKinds = ['plate', 'call', 'mark', 'motion'] as const;

/** Who takes what, of the cameras that the caller may control. */
export const sendingPlacesSchema = z.object({
  devices: z.array(
    z.object({
      deviceId: z.string(),
      name: z.string(),
      kinds: z.array(z.enum(sendingKinds)),
      cameraIds: z.array(z.string()),
    }),
  ),
});
export type SendingPlaces = z.infer<typeof sendingPlacesSchema>;

/** What a device made of it. */
export const sentEventSchema = z.object({
  deviceName: z.string(),
  /** The device's own number of a mark; null where it gives none. */
  eventId: z.nullable(z.string()),
  /** Copies of recordings that it will make, minutes after what they show. */
  copies: z.number(),
});
export type SentEvent = z.infer<typeof sentEventSchema>;
