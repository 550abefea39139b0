import * as z from 'zod/mini';

/** How long a code counts. */
export const pairingLastsMs = 10 * 60_000;

/** What a screen that asks to be paired shows, and what it waits with. */
export const pairingSchema = z.object({
  /** Eight characters to read aloud or type, e.g. `7KQ2-MXP4`. */
  code: z.string(),
  /** Known to the screen alone; claims the pairing. */
  secret: z.string(),
  expiresAtMs: z.number(),
});
export type Pairing = z.infer<typeof pairingSchema>;

export const pairingClaimSchema = z.strictObject({ secret: z.string().check(z.maxLength(64)) });
export const pairingStateSchema = z.object({ state: z.enum(['waiting', 'paired', 'expired']) });
export type PairingState = z.infer<typeof pairingStateSchema>;

/** An administrator lets a screen show one view with the cameras of one group. */
export const newKioskSchema = z.strictObject({
  code: z.string().check(z.maxLength(16)),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(64)),
  viewId: z.string(),
  groupId: z.string(),
});
export type NewKiosk = z.infer<typeof newKioskSchema>;

/** What is absent stays. Another view or group shows on the screen at once. */
export const kioskChangeSchema = z.strictObject({
  name: z.optional(newKioskSchema.shape.name),
  viewId: z.optional(z.string()),
  groupId: z.optional(z.string()),
});
export type KioskChange = z.infer<typeof kioskChangeSchema>;

export const kioskSchema = z.object({
  id: z.string(),
  name: z.string(),
  viewId: z.string(),
  groupId: z.string(),
  pairedAtMs: z.number(),
  lastSeenMs: z.optional(z.number()),
  address: z.optional(z.string()),
  /** Whether it is looking right now. */
  connected: z.boolean(),
  endsAtMs: z.number(),
});
export type KioskView = z.infer<typeof kioskSchema>;
export const kioskListSchema = z.object({ kiosks: z.array(kioskSchema) });
