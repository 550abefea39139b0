import * as z from 'zod/mini';
import { deviceErrorKinds, deviceErrorReasons } from '../domain/device-error.ts';

/** Faults of our own surface, beside those of a device. */
export const requestFaults = [
  'invalid-input',
  'not-found',
  'not-allowed',
  'conflict',
  'not-confirmed',
  'too-soon',
  'upload-refused',
  /** More in a minute than one person needs; `retryAfterMs` says how long to wait. */
  'too-many-requests',
  /** Too many wrong passwords: wait as long as `retryAfterMs` says. */
  'too-many-attempts',
  /** Nobody is signed in, or no longer. */
  'sign-in-needed',
  /** Name or password is wrong; never which. */
  'sign-in-refused',
  /** The password must be given once more before this. */
  'confirm-needed',
  /** Nobody is registered yet. */
  'setup-needed',
  /** The one-time code is wrong, used or too old. */
  'code-refused',
  /** A password that is in use everywhere, or holds the name of its owner. */
  'password-weak',
  /** Nobody would be left who may administer. */
  'last-administrator',
  /** Somebody else steers this camera; `detail` is their name. */
  'steered-by-other',
  /** The camera holds as many presets as it can. */
  'presets-full',
  /** An alarm does not take this now; `detail` is an `ActionRefusal`. */
  'alarm-refused',
  /** Somebody else talks through this camera; `detail` is their name. */
  'spoken-by-other',
  /** No sound came from the window that talked. */
  'talk-silent',
  /** One press of talking lasted as long as it may. */
  'talk-too-long',
  /** Our own disk has no room for an export. */
  'disk-full',
  /** Our own disk did not take what was to be written. */
  'disk-failed',
  'internal',
] as const;

/**
 * Body of every reply of 400 and above, and of every socket close. The words that a person reads
 * are made from `reason` in the message catalogue; nothing here is shown as it is but `detail`.
 */
export const problemSchema = z.object({
  kind: z.enum([...deviceErrorKinds, ...requestFaults]),
  reason: z.union([z.enum(deviceErrorReasons), z.enum(requestFaults)]),
  /** A fact of the device, e.g. a status code, or the field that was wrong. */
  detail: z.optional(z.string().check(z.maxLength(200))),
  /** What the field in fault would take, as JSON Schema. */
  rule: z.optional(z.record(z.string(), z.unknown())),
  retryAfterMs: z.optional(z.number()),
});
export type Problem = z.infer<typeof problemSchema>;

/** What a window notices by itself: no usable reply of the proxy, or no decoder in the browser. */
type WindowFault =
  | 'server-unreachable'
  | 'server-timeout'
  | 'server-unreadable'
  | 'codec-unplayable'
  | 'drawing-stopped';

/** A problem as a screen knows it: sent by the proxy, or noticed by the window. */
export type SeenProblem = Omit<Problem, 'reason'> & {
  readonly reason: Problem['reason'] | WindowFault;
};
