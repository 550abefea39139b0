import * as z from 'zod/mini';
import { roles } from '../domain/role.ts';
import { newPasswordSchema, personNameSchema } from './session.ts';

/** Every camera, or those of the named groups. */
const camerasSchema = z.union([z.literal('all'), z.array(z.string()).check(z.maxLength(200))]);

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  /** Ids of camera groups; an administrator has all cameras. */
  cameras: camerasSchema,
  /** A person who is switched off keeps everything and cannot sign in. */
  enabled: z.boolean(),
  hasPassword: z.boolean(),
  createdAtMs: z.number(),
  lastSignInMs: z.optional(z.number()),
  openSessions: z.number(),
});
export type PersonView = z.infer<typeof personSchema>;
export const personListSchema = z.object({ people: z.array(personSchema) });

export const newPersonSchema = z.strictObject({
  name: personNameSchema,
  role: z.enum(roles),
  cameras: camerasSchema,
  password: newPasswordSchema,
});
export type NewPerson = z.infer<typeof newPersonSchema>;

/** What is absent stays. A new role or password, and being switched off, end the person's sessions. */
export const personChangeSchema = z.strictObject({
  name: z.optional(personNameSchema),
  role: z.optional(z.enum(roles)),
  cameras: z.optional(camerasSchema),
  password: z.optional(newPasswordSchema),
  enabled: z.optional(z.boolean()),
});
export type PersonChange = z.infer<typeof personChangeSchema>;

const groupContent = {
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(64)),
  cameraIds: z.array(z.string()).check(z.maxLength(2000)),
};
export const cameraGroupContentSchema = z.strictObject(groupContent);
export type CameraGroupContent = z.infer<typeof cameraGroupContentSchema>;

export const cameraGroupSchema = z.object({ id: z.string(), ...groupContent });
export type CameraGroup = z.infer<typeof cameraGroupSchema>;
export const cameraGroupListSchema = z.object({ groups: z.array(cameraGroupSchema) });
