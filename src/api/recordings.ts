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
/** Reply of `GET /api/recordings/spans`. */
export const recordedSpansSchema = z.object({ cameras: z.array(cameraSpansSchema) });

/** A file to be played, by our clock. */
export const recordedFileSchema = z.object({
  /** Opaque; the address of its bytes is made of it. */
  fileId: z.string(),
  cameraId: z.string(),
  fromMs: z.number(),
  toMs: z.number(),
  kind: z.enum(recordingKinds),
  type: z.string(),
});
export type RecordedFileView = z.infer<typeof recordedFileSchema>;
/** Query of `GET /api/cameras/:id/recording`: `at` with `otherwise`, or `next`/`previous` with a file id. */
export const recordedFileReplySchema = z.object({ file: z.nullable(recordedFileSchema) });
