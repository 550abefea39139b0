import * as z from 'zod/mini';
import { actorSchema } from '../../api/alarms.ts';
import { exportStates } from '../../api/exports.ts';
import { problemSchema } from '../../api/problem.ts';

const rangeSchema = z.object({ fromMs: z.number(), toMs: z.number() });

/** A file that has come whole. */
const keptFileSchema = z.object({
  /** Below the folder of the export, with `/`. */
  path: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  /** By the device, which the bytes fit; null where it told none. */
  deviceMd5: z.nullable(z.string()),
  /** By our clock. */
  range: z.nullable(rangeSchema),
});

const cameraJobSchema = z.object({
  cameraId: z.string(),
  name: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'no-footage', 'failed', 'cancelled']),
  problem: z.nullable(problemSchema),
  gaps: z.array(rangeSchema),
  /** From when on nobody knew of gaps; an older product did not tell these times from gaps. */
  untoldFromMs: z._default(z.nullable(z.number()), null),
  files: z.array(keptFileSchema),
  /** A file of which a part may lie there, and how long the whole is; an older product kept none. */
  begun: z._default(z.nullable(z.object({ path: z.string(), bytes: z.number() })), null),
  /** Of what a device writes out in order: up to when every file has come; null where none has. */
  wholeToMs: z._default(z.nullable(z.number()), null),
  /** Copies of an event that the device has made; absent where a time was ordered. */
  copies: z.optional(z.array(z.string())),
  device: z.object({
    name: z.string(),
    protocol: z.string(),
    firmware: z.nullable(z.string()),
    zone: z.string(),
    clockOffsetMs: z.nullable(z.number()),
  }),
});
export type CameraJob = z.infer<typeof cameraJobSchema>;

/** An export as it is kept. */
export const exportJobSchema = z.object({
  id: z.string(),
  name: z.string(),
  by: actorSchema,
  createdAtMs: z.number(),
  endedAtMs: z.nullable(z.number()),
  expiresAtMs: z.nullable(z.number()),
  fromMs: z.number(),
  toMs: z.number(),
  /** When there is something to fetch. */
  notBeforeMs: z.number(),
  subtitles: z.enum(['none', 'vtt', 'srt', 'smi']),
  partBytes: z.nullable(z.number()),
  /** A password was given, which is not kept: who goes on after a restart gives it again. */
  encrypted: z.boolean(),
  submitter: z.string(),
  recipient: z.string(),
  purpose: z.string(),
  state: z.enum(exportStates),
  cameras: z.array(cameraJobSchema),
});
export type ExportJob = z.infer<typeof exportJobSchema>;

export const isOver = ({ state }: Pick<ExportJob, 'state'>) =>
  state === 'done' || state === 'failed' || state === 'cancelled';

/** Whether it takes a place in the queue; what was interrupted waits for a person. */
export const isPending = (job: Pick<ExportJob, 'state'>) =>
  !isOver(job) && job.state !== 'interrupted';

/** Whether there is an evidence pack of it. */
export const hasPack = ({ state, cameras }: ExportJob) =>
  (state === 'done' || state === 'failed') && cameras.some(({ files }) => files.length > 0);
