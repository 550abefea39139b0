import * as z from 'zod/mini';
import { recordingKinds } from '../domain/recording.ts';
import { problemSchema } from './problem.ts';

/** One camera's recordings over a time, by our clock. */
export const cameraSpansSchema = z.object({
  cameraId: z.string(),
  /** Of the device: IANA name or `UTC+02:00`. */
  zone: z.string(),
  /** Device clock minus ours, taken off all times here; null where nobody knows. */
  clockOffsetMs: z.nullable(z.number()),
  found: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('listed'),
      precision: z.enum(['minute', 'exact']),
      /** Beginning and end, epoch ms, and why it was recorded; in order. */
      spans: z.array(z.tuple([z.number(), z.number(), z.enum(recordingKinds)])),
      /** Up to when the device can have told; what is later may still come. */
      knownToMs: z.number(),
    }),
    /** The device, or its protocol, lists no recordings. */
    z.object({ state: z.literal('not-offered') }),
    z.object({ state: z.literal('failed'), problem: problemSchema }),
  ]),
});
export type CameraSpans = z.infer<typeof cameraSpansSchema>;
/** More than a month, with a day on either side for the zones of the devices. */
const longestRangeMs = 34 * 24 * 60 * 60_000;
const mostCameras = 64;
/** Query of `GET /api/recordings/spans` and `/days`: cameras one by one, from a time to a later one. */
export const recordedRangeQuerySchema = z
  .object({
    camera: z.array(z.string()).check(z.minLength(1), z.maxLength(mostCameras)),
    from: z.number().check(z.int()),
    to: z.number().check(z.int()),
  })
  .check(z.refine(({ from, to }) => from < to && to - from <= longestRangeMs, { path: ['to'] }));

/** Reply of `GET /api/recordings/spans`. Cameras that are not there for the caller are left out. */
export const recordedSpansSchema = z.object({ cameras: z.array(cameraSpansSchema) });
export type RecordedSpansReply = z.infer<typeof recordedSpansSchema>;

/** Days with anything recorded, as `2026-11-20` in the zone of each device, of its cameras together. */
export const recordedDaysSchema = z.object({
  devices: z.array(
    z.object({
      cameraIds: z.array(z.string()),
      zone: z.string(),
      found: z.discriminatedUnion('state', [
        z.object({ state: z.literal('listed'), days: z.array(z.string()) }),
        z.object({ state: z.literal('not-offered') }),
        z.object({ state: z.literal('failed'), problem: problemSchema }),
      ]),
    }),
  ),
});
export type RecordedDays = z.infer<typeof recordedDaysSchema>;

/** A file to be played, by our clock. */
export const recordedFileSchema = z.object({
  /** Opaque; the address of its bytes is made of it. */
  fileId: z.string(),
  cameraId: z.string(),
  fromMs: z.number(),
  toMs: z.number(),
  kind: z.enum(recordingKinds),
  type: z.string(),
  /** Clocks showed this time twice, and the device does not say which it means. */
  shownTwice: z.optional(z.literal(true)),
});
export type RecordedFileView = z.infer<typeof recordedFileSchema>;
/** Query of `GET /api/cameras/:id/recording`: what is recorded at a moment, or what stands in for it. */
export const recordedFileQuerySchema = z.object({
  at: z.number().check(z.int()),
  otherwise: z._default(z.enum(['nothing', 'before', 'after']), 'nothing'),
});
/** Query of `GET /api/cameras/:id/recording-files/:fileId`: `small` for whoever wants one picture. */
export const recordedBytesQuerySchema = z.object({
  pieces: z._default(z.enum(['usual', 'small']), 'usual'),
});
export const recordedFileReplySchema = z.object({
  file: z.nullable(recordedFileSchema),
  /** False where the device, or its protocol, has no recordings to show. */
  offered: z.boolean(),
});
export type RecordedFileReply = z.infer<typeof recordedFileReplySchema>;
