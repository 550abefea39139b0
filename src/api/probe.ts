import * as z from 'zod/mini';
import { cameraSchema } from './camera.ts';
import { deviceCertificateSchema, trustedKeySchema } from './certificate.ts';
import { problemSchema } from './problem.ts';

export const probeRequestSchema = z.strictObject({
  /** Anything a person may paste: `host`, `host:port`, a URL with path, even with an account in it. */
  address: z.string().check(z.trim(), z.minLength(1), z.maxLength(2048)),
  username: z.optional(z.string().check(z.maxLength(128))),
  password: z.optional(z.string().check(z.maxLength(256))),
  /** Skips the guess. */
  protocolId: z.optional(z.string()),
  /** Tests a stored device with what is stored, changed by the fields above. */
  deviceId: z.optional(z.string()),
  /** The key of the certificate that the person has looked at and trusts. */
  trustedKey: z.optional(trustedKeySchema),
});
export type ProbeRequest = z.infer<typeof probeRequestSchema>;

/** The ladder, in order. `channels` reads each channel's streams, `picture` fetches one live picture. */
export const probeRungs = [
  'address',
  'name',
  'connect',
  'tls',
  'http',
  'protocol',
  'login',
  'identity',
  'channels',
  'picture',
] as const;
export type ProbeRung = (typeof probeRungs)[number];

export const probeCandidateSchema = z.object({
  protocolId: z.string(),
  protocolName: z.string(),
  confidence: z.number(),
  /** What was asked and what answered, as facts: `GET /get_status.cgi`, `var id='…'`. */
  asked: z.string(),
  evidence: z.string(),
});
export type ProbeCandidate = z.infer<typeof probeCandidateSchema>;

export const probeFindingsSchema = z.object({
  /** Names the draft that `POST /api/devices` saves; its cameras play at once. Kept for 15 minutes. */
  draftId: z.string(),
  protocolId: z.string(),
  protocolName: z.string(),
  /** Normalised, without an account. */
  address: z.string(),
  suggestedName: z.string(),
  product: z.optional(z.string()),
  firmware: z.optional(z.string()),
  zone: z.optional(z.string()),
  clockSkewMs: z.optional(z.number()),
  account: z.optional(z.object({ name: z.string(), rights: z.array(z.string()) })),
  cameras: z.array(cameraSchema),
  /** Operation ids of the contract that this device offers, and those that it lacks. */
  offers: z.array(z.string()),
  lacks: z.array(z.string()),
});
export type ProbeFindings = z.infer<typeof probeFindingsSchema>;

/**
 * One line of the reply of `POST /api/probes` (`application/x-ndjson`). Cancelled by aborting the
 * request. `found` or `stopped` is always the last line.
 */
export const probeEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('begin'), rung: z.enum(probeRungs) }),
  z.object({
    type: z.literal('end'),
    rung: z.enum(probeRungs),
    outcome: z.enum(['passed', 'warned', 'failed', 'skipped']),
    tookMs: z.number(),
    /** A fact to show beside the rung, e.g. the IP address, the status code, `8 channels`. */
    fact: z.optional(z.string()),
    problem: z.optional(problemSchema),
  }),
  /** A rung of many steps is under way, also where one above it has not ended: `done` of `most`. */
  z.object({
    type: z.literal('progress'),
    rung: z.enum(probeRungs),
    done: z.number(),
    most: z.number(),
  }),
  /** What the device shows of itself, whether or not it is trusted. */
  z.object({ type: z.literal('certificate'), certificate: deviceCertificateSchema }),
  z.object({ type: z.literal('candidates'), candidates: z.array(probeCandidateSchema) }),
  z.object({ type: z.literal('found'), findings: probeFindingsSchema }),
  z.object({ type: z.literal('stopped'), rung: z.enum(probeRungs), problem: problemSchema }),
]);
export type ProbeEvent = z.infer<typeof probeEventSchema>;
