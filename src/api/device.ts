import * as z from 'zod/mini';
import { deviceCertificateSchema } from './certificate.ts';
import { problemSchema } from './problem.ts';

/** `checking` until the first answer after the start. */
const deviceStates = ['checking', 'online', 'partly-online', 'offline', 'login-refused'] as const;

export const deviceSchema = z.object({
  id: z.string(),
  name: z.string(),
  protocolId: z.string(),
  protocolName: z.string(),
  /** `http://host:port` as registered, with the typed path where the protocol uses one. Never an account. */
  address: z.string(),
  /** The account's name; its password is write-only. */
  username: z.string(),
  hasPassword: z.boolean(),
  /** The one that a person trusts; absent where the authorities decide, or nothing is encrypted. */
  certificate: z.optional(deviceCertificateSchema),
  state: z.enum(deviceStates),
  stateSinceMs: z.number(),
  problem: z.optional(problemSchema),
  cameras: z.array(
    z.object({ id: z.string(), name: z.string(), number: z.number(), enabled: z.boolean() }),
  ),
  product: z.optional(z.string()),
  firmware: z.optional(z.string()),
  zone: z.optional(z.string()),
  /** Device clock minus ours, ms. */
  clockSkewMs: z.optional(z.number()),
  latencyMs: z.optional(z.number()),
  lastSeenMs: z.optional(z.number()),
});
export type DeviceView = z.infer<typeof deviceSchema>;

export const deviceListSchema = z.object({ devices: z.array(deviceSchema) });

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(128));

/** Saves what a probe found; the draft holds address, protocol and credentials. */
export const newDeviceSchema = z.strictObject({
  draftId: z.string(),
  name,
  cameras: z.array(z.strictObject({ id: z.string(), name, enabled: z.boolean() })),
});
export type NewDevice = z.infer<typeof newDeviceSchema>;

/**
 * What may be changed of a device. A password that is absent stays, unless host, port or scheme are
 * others; an empty one is removed.
 */
export const deviceChangeSchema = z.strictObject({
  name: z.optional(name),
  address: z.optional(z.string().check(z.maxLength(2048))),
  username: z.optional(z.string().check(z.maxLength(128))),
  password: z.optional(z.string().check(z.maxLength(256))),
  /** From now on this one is trusted, and no other. */
  certificate: z.optional(deviceCertificateSchema),
  cameras: z.optional(z.array(z.strictObject({ id: z.string(), name, enabled: z.boolean() }))),
});
export type DeviceChange = z.infer<typeof deviceChangeSchema>;
