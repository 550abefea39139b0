import * as z from 'zod/mini';

const text = z.string().check(z.trim(), z.maxLength(120));
const seconds = z.int().check(z.gte(0), z.lte(3600));

/** Body of `POST /api/event-sendings`, and what a rule sends: an event that we tell a device. */
export const eventSendingSchema = z.discriminatedUnion('kind', [
  /** A plate that something else read, as if the device's own reader had. */
  z.strictObject({
    kind: z.literal('plate'),
    deviceId: z.string(),
    zoneCode: text,
    plate: text.check(z.minLength(1)),
    direction: z.nullable(z.enum(['entry', 'exit'])),
  }),
  z.strictObject({
    kind: z.literal('call'),
    deviceId: z.string(),
    deviceName: text,
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
