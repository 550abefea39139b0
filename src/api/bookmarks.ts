import * as z from 'zod/mini';
import { actorSchema } from './alarms.ts';
import { instantSchema } from './instant.ts';

export const longestTag = 40;
export const mostTags = 10;
export const longestBookmarkNote = 2000;
const tag = z.string().check(z.trim(), z.minLength(1), z.maxLength(longestTag));

/** A moment (`toMs` null) or a range, with what a person says of it. */
export const bookmarkContentSchema = z
  .strictObject({
    fromMs: instantSchema,
    toMs: z.nullable(instantSchema),
    cameraIds: z.array(z.string()).check(z.minLength(1), z.maxLength(16)),
    note: z.string().check(z.trim(), z.maxLength(longestBookmarkNote)),
    tags: z.array(tag).check(z.maxLength(mostTags)),
  })
  .check(z.refine(({ fromMs, toMs }) => toMs === null || toMs > fromMs, { path: ['toMs'] }));
export type BookmarkContent = z.infer<typeof bookmarkContentSchema>;
export const bookmarkSchema = z.object({
  ...bookmarkContentSchema.shape,
  id: z.string(),
  by: actorSchema,
  createdAtMs: z.number(),
});
export type Bookmark = z.infer<typeof bookmarkSchema>;

/** Query of `GET /api/bookmarks`; what is absent does not matter. */
export const bookmarkQuerySchema = z.strictObject({
  /** Words that all stand in the note, among the tags or in the name of the author. */
  text: z.optional(z.string().check(z.maxLength(200))),
  tag: z.optional(z.string().check(z.maxLength(longestTag))),
  camera: z.optional(z.string()),
  from: z.optional(z.coerce.number().check(z.int())),
  to: z.optional(z.coerce.number().check(z.int())),
});
export type BookmarkQuery = z.infer<typeof bookmarkQuerySchema>;
export const bookmarkListSchema = z.object({
  /** The latest moment first. */
  bookmarks: z.array(bookmarkSchema),
  /** Whether there are earlier ones, too many for one reply. */
  more: z.boolean(),
});
