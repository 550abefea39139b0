import * as z from 'zod/mini';
import { problemSchema } from './problem.ts';

/** Recorded minutes of each hour, by camera: whether recording can be relied on. */
export const recordingProofSchema = z.object({
  fromMs: z.number(),
  /** Never later than now, so that the last hour may be short. */
  toMs: z.number(),
  cameras: z.array(
    z.object({
      cameraId: z.string(),
      /** Of the device: IANA name or `UTC+02:00`. */
      zone: z.string(),
      found: z.discriminatedUnion('state', [
        /** One number an hour from `fromMs`: minutes 0 to 60, or null where the device did not tell. */
        z.object({ state: z.literal('listed'), minutes: z.array(z.nullable(z.number())) }),
        /** The device, or its protocol, lists no recordings. */
        z.object({ state: z.literal('not-offered') }),
        z.object({ state: z.literal('failed'), problem: problemSchema }),
      ]),
      /** Times in which the device said that it does not record; null where that goes on. */
      failures: z.array(z.object({ fromMs: z.number(), toMs: z.nullable(z.number()) })),
    }),
  ),
});
export type RecordingProof = z.infer<typeof recordingProofSchema>;
export type CameraProof = RecordingProof['cameras'][number];
