import * as z from 'zod/mini';
import { actorSchema } from './alarms.ts';
import { instantSchema } from './instant.ts';
import { problemSchema } from './problem.ts';

const line = z.string().check(z.trim(), z.maxLength(200));

/** Body of `POST /api/exports`. Times are instants by our clock. */
export const exportOrderSchema = z.strictObject({
  name: line,
  cameraIds: z.array(z.string()).check(z.minLength(1), z.maxLength(64)),
  fromMs: instantSchema,
  toMs: instantSchema,
  subtitles: z.enum(['none', 'vtt', 'srt', 'smi']),
  partBytes: z.nullable(z.int().check(z.gte(1_000_000))),
  /** For devices that encrypt what they write out; is neither kept nor shown again. */
  password: z.nullable(z.string().check(z.maxLength(64))),
  submitter: line,
  recipient: line,
  purpose: z.string().check(z.trim(), z.maxLength(2000)),
});
export type ExportOrderRequest = z.infer<typeof exportOrderSchema>;

export const exportStates = [
  'waiting',
  'running',
  'packing',
  'done',
  'failed',
  'cancelled',
  /** The proxy ended while it ran; it can go on. */
  'interrupted',
] as const;

export const exportSchema = z.object({
  id: z.string(),
  name: z.string(),
  by: actorSchema,
  createdAtMs: z.number(),
  endedAtMs: z.nullable(z.number()),
  fromMs: z.number(),
  toMs: z.number(),
  recipient: z.string(),
  purpose: z.string(),
  state: z.enum(exportStates),
  /** 0 to 1; null where no device tells. */
  progress: z.nullable(z.number()),
  bytes: z.number(),
  cameras: z.array(
    z.object({
      cameraId: z.string(),
      name: z.string(),
      state: z.enum(['waiting', 'running', 'done', 'no-footage', 'failed', 'cancelled']),
      files: z.number(),
      bytes: z.number(),
      problem: z.nullable(problemSchema),
      /** The first times of the range in which nothing was recorded; the manifest has all. */
      gaps: z.array(z.object({ fromMs: z.number(), toMs: z.number() })),
      /** How many more there are. */
      moreGaps: z.optional(z.number()),
      /** From when on within the range nobody knew yet whether anything was; null or absent: never. */
      untoldFromMs: z.optional(z.nullable(z.number())),
    }),
  ),
  /** When its files are removed. */
  expiresAtMs: z.nullable(z.number()),
});
export type ExportView = z.infer<typeof exportSchema>;
export const exportListSchema = z.object({
  exports: z.array(exportSchema),
  freeBytes: z.nullable(z.number()),
});

/** Body of `POST /api/exports/:id/retry`; after a restart the password is needed once more. */
export const exportRetrySchema = z.strictObject({
  password: z.optional(z.string().check(z.maxLength(64))),
});
/** Reply of `GET /api/export-key`: what packs are signed with, base64 of 32 bytes. */
export const exportKeySchema = z.object({ publicKey: z.string() });

/** `manifest.json` of an evidence pack; beside it lie `manifest.sig` and the files. */
export const manifestSchema = z.object({
  format: z.literal('watchfloor-evidence'),
  formatVersion: z.literal(1),
  exportId: z.string(),
  name: z.string(),
  /** ISO 8601 with offset, as all times here. */
  createdAt: z.string(),
  from: z.string(),
  to: z.string(),
  person: z.string(),
  submitter: z.string(),
  recipient: z.string(),
  purpose: z.string(),
  product: z.object({ name: z.string(), version: z.string() }),
  cameras: z.array(
    z.object({
      cameraId: z.string(),
      name: z.string(),
      device: z.string(),
      protocol: z.string(),
      firmware: z.nullable(z.string()),
      zone: z.string(),
      clockOffsetMs: z.nullable(z.number()),
      gaps: z.array(z.object({ from: z.string(), to: z.string() })),
      /** From when on nobody knew, as the pack was made, whether anything was recorded. */
      untoldFrom: z.optional(z.nullable(z.string())),
      problem: z.nullable(z.string()),
    }),
  ),
  files: z.array(
    z.object({
      path: z.string(),
      cameraId: z.nullable(z.string()),
      bytes: z.number(),
      sha256: z.string(),
      /** By the device, and whether what came fits it; null where it told none. */
      deviceMd5: z.nullable(z.object({ value: z.string(), fits: z.boolean() })),
      from: z.nullable(z.string()),
      to: z.nullable(z.string()),
    }),
  ),
  /** Ed25519, base64 of the raw 32 bytes. */
  publicKey: z.string(),
});
export type Manifest = z.infer<typeof manifestSchema>;
