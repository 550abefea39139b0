import * as z from 'zod/mini';
import { actorSchema } from './alarms.ts';

const tag = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));

/** A moment (`toMs` null) or a range, with what a person says of it. */
export const bookmarkContentSchema = z.strictObject({
  fromMs: z.number(),
  toMs: z.nullable(z.number()),
  cameraIds: z.array(z.string()).check(z.minLength(1), z.maxLength(16)),
  note: z.string().check(z.trim(), z.maxLength(2000)),
  tags: z.array(tag).check(z.maxLength(10)),
});
export const bookmarkSchema = z.extend(bookmarkContentSchema, {
  id: z.string(),
  by: actorSchema,
  createdAtMs: z.number(),
});
export type Bookmark = z.infer<typeof bookmarkSchema>;
export const bookmarkListSchema = z.object({ bookmarks: z.array(bookmarkSchema) });

/** What happened once, with all that tells of it. */
export const caseContentSchema = z.strictObject({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  text: z.string().check(z.trim(), z.maxLength(8000)),
  state: z.enum(['open', 'closed']),
  bookmarkIds: z.array(z.string()).check(z.maxLength(500)),
  exportIds: z.array(z.string()).check(z.maxLength(100)),
  alarmIds: z.array(z.string()).check(z.maxLength(500)),
});
export const caseSchema = z.extend(caseContentSchema, {
  id: z.string(),
  by: actorSchema,
  createdAtMs: z.number(),
  changedAtMs: z.number(),
});
export type Case = z.infer<typeof caseSchema>;
export const caseListSchema = z.object({ cases: z.array(caseSchema) });

/** Recorded minutes of each hour, by camera: whether recording can be relied on. */
export const recordingProofSchema = z.object({
  fromMs: z.number(),
  toMs: z.number(),
  cameras: z.array(
    z.object({
      cameraId: z.string(),
      zone: z.string(),
      found: z.discriminatedUnion('state', [
        /** One number an hour from `fromMs`: minutes 0 to 60, or null where the device did not tell. */
        z.object({ state: z.literal('listed'), minutes: z.array(z.nullable(z.number())) }),
        z.object({ state: z.literal('not-offered') }),
        z.object({ state: z.literal('failed') }),
      ]),
      /** Times in which the device said that recording failed. */
      failures: z.array(z.object({ fromMs: z.number(), toMs: z.nullable(z.number()) })),
    }),
  ),
});
