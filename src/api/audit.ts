import * as z from 'zod/mini';

/** `sending` stands before what may harm a device, so that no crash can hide it. */
const auditOutcomes = ['sending', 'answered', 'refused', 'failed', 'cancelled'] as const;

/** One line of the record of who did what to which device. Never holds a secret. */
export const auditEntrySchema = z.object({
  /** Counts up by one. */
  number: z.number(),
  atMs: z.number(),
  /** `local` is whoever sits at the proxy's own machine. */
  actor: z.string(),
  deviceId: z.string(),
  /** Its name at that moment: the device may be gone when somebody reads this. */
  deviceName: z.string(),
  cameraId: z.optional(z.string()),
  /** Protocol and endpoint, e.g. `ipcam.device.reboot`. */
  operation: z.string(),
  /** What was sent, with secrets masked. */
  parameters: z.record(z.string(), z.string()),
  outcome: z.enum(auditOutcomes),
  /** The status of the answer, or the reason of a failure. */
  detail: z.string(),
  /** Whether secrets in the answer were shown. */
  revealed: z.boolean(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
