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
