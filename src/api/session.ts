import * as z from 'zod/mini';
import { roles, verbs } from '../domain/role.ts';

export const personNameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(64));
/** A new password: long rather than odd. What is in use everywhere, the proxy refuses as well. */
export const newPasswordSchema = z.string().check(z.minLength(12), z.maxLength(128));
const typedPassword = z.string().check(z.maxLength(128));

/** Who uses a window, and what for. */
export const sessionViewSchema = z.discriminatedUnion('state', [
  /** Nobody is registered yet: the address that the start printed makes the first administrator. */
  z.object({ state: z.literal('setup-needed') }),
  /** `demo`: the start printed an address for each role. */
  z.object({ state: z.literal('signed-out'), demo: z.boolean() }),
  z.object({
    state: z.literal('signed-in'),
    person: z.object({ id: z.string(), name: z.string(), role: z.enum(roles) }),
    may: z.array(z.enum(verbs)),
    /** Whether they see every camera there is, or those of their groups. */
    allCameras: z.boolean(),
    /** Without a person at the keyboard for so long, `control` and above need the password again. */
    locksAfterMs: z.number(),
    /** Whether that has happened. */
    locked: z.boolean(),
    /** Accounts of the demo have no password, so that none can be asked for or changed. */
    hasPassword: z.boolean(),
  }),
  /** A screen that nobody sits at: it shows one view. */
  z.object({
    state: z.literal('kiosk'),
    kiosk: z.object({ id: z.string(), name: z.string() }),
    viewId: z.string(),
    may: z.array(z.enum(verbs)),
  }),
]);
export type SessionView = z.infer<typeof sessionViewSchema>;

export const signInSchema = z.strictObject({
  name: z.string().check(z.maxLength(64)),
  password: typedPassword,
});
export type SignIn = z.infer<typeof signInSchema>;

/** The one-time code is the part behind `#` of the address that the start printed. */
export const setUpSchema = z.strictObject({
  code: z.string().check(z.maxLength(64)),
  name: personNameSchema,
  password: newPasswordSchema,
});
export type SetUp = z.infer<typeof setUpSchema>;

export const demoSignInSchema = z.strictObject({ code: z.string().check(z.maxLength(64)) });

export const confirmSchema = z.strictObject({ password: typedPassword });

export const passwordChangeSchema = z.strictObject({
  current: typedPassword,
  next: newPasswordSchema,
});
export type PasswordChange = z.infer<typeof passwordChangeSchema>;

/** One signed-in browser. */
export const openSessionSchema = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  role: z.enum(roles),
  /** Browser and system as it says of itself, e.g. `Chrome on Windows`. */
  browser: z.string(),
  address: z.string(),
  createdAtMs: z.number(),
  lastSeenMs: z.number(),
  /** When it ends whatever is done. */
  endsAtMs: z.number(),
  /** The one that asks. */
  own: z.boolean(),
});
export type OpenSession = z.infer<typeof openSessionSchema>;
export const openSessionListSchema = z.object({ sessions: z.array(openSessionSchema) });
