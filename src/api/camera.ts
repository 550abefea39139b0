import * as z from 'zod/mini';
import { channelStates } from '../domain/camera.ts';
import { streamKinds, streamQualities, videoCodecs } from '../domain/stream.ts';

export const streamSchema = z.object({
  id: z.string(),
  kind: z.enum(streamKinds),
  quality: z.enum(streamQualities),
  width: z.optional(z.number()),
  height: z.optional(z.number()),
  framesPerSecond: z.optional(z.number()),
  codec: z.optional(z.enum(videoCodecs)),
  /** Cannot be shown because the proxy's machine lacks what would repackage it. */
  needs: z.optional(z.enum(['ffmpeg'])),
});

export const capabilitiesSchema = z.object({
  panTilt: z.boolean(),
  zoom: z.boolean(),
  focus: z.boolean(),
  iris: z.boolean(),
  home: z.boolean(),
  presets: z.number(),
  auxOutputs: z.number(),
  digitalInputs: z.number(),
  relayOutputs: z.number(),
  reboot: z.boolean(),
});

const offersSchema = z.object({
  steering: z.boolean(),
  outputs: z.boolean(),
  inputs: z.boolean(),
  arming: z.boolean(),
  pictureChange: z.boolean(),
  sound: z.boolean(),
  loudspeaker: z.boolean(),
  exports: z.boolean(),
  exportsEncrypted: z.boolean(),
});

export const cameraSchema = z.object({
  id: z.string(),
  deviceId: z.string(),
  deviceName: z.string(),
  /** Our own number, 1 and up, that a person types on the keypad; never the device's. */
  number: z.number(),
  name: z.string(),
  state: z.enum(channelStates),
  /** Since when the state holds, epoch ms by the proxy's clock. */
  stateSinceMs: z.number(),
  /** Streaming but not recording since then; absent where it records or nobody knows. */
  notRecordingSinceMs: z.optional(z.number()),
  streams: z.array(streamSchema),
  hasSnapshot: z.boolean(),
  hasPictureSettings: z.boolean(),
  capabilities: capabilitiesSchema,
  offers: offersSchema,
  /** IANA name or `UTC-05:00`; absent where the device does not say. */
  zone: z.optional(z.string()),
});
export type CameraView = z.infer<typeof cameraSchema>;

export const cameraListSchema = z.object({ cameras: z.array(cameraSchema) });

export const pictureSettingsSchema = z.object({
  width: z.optional(z.number()),
  height: z.optional(z.number()),
  brightness: z.optional(z.object({ value: z.number(), maximum: z.number() })),
  contrast: z.optional(z.object({ value: z.number(), maximum: z.number() })),
  mode: z.optional(z.enum(['50hz', '60hz', 'outdoor'])),
  flipped: z.optional(z.boolean()),
  mirrored: z.optional(z.boolean()),
});

/** Reply of opening a device's own page: an address on an origin of its own, good for one load. */
export const pageTicketSchema = z.object({ url: z.string(), expiresAtMs: z.number() });
export type PageTicket = z.infer<typeof pageTicketSchema>;
