import * as z from 'zod/mini';
import { actorSchema, alarmSchema } from './alarms.ts';
import { bookmarkSchema } from './bookmarks.ts';
import { exportSchema } from './exports.ts';

export const longestCaseTitle = 120;
export const longestCaseText = 8000;
export const mostCaseItems = 500;

/** Body of `POST /api/cases` and `PUT /api/cases/:caseId`: what people write of it. */
export const caseContentSchema = z.strictObject({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestCaseTitle)),
  text: z.string().check(z.trim(), z.maxLength(longestCaseText)),
  state: z.enum(['open', 'closed']),
});
export type CaseContent = z.infer<typeof caseContentSchema>;

export const caseItemKinds = ['bookmark', 'export', 'alarm'] as const;
/** Body of `POST /api/cases/:caseId/items`: something that belongs to it. */
export const caseItemSchema = z.strictObject({
  kind: z.enum(caseItemKinds),
  id: z.string().check(z.minLength(1), z.maxLength(64)),
});
export type CaseItem = z.infer<typeof caseItemSchema>;

/** One of the list: what happened once, without what it holds. */
export const caseSchema = z.object({
  ...caseContentSchema.shape,
  id: z.string(),
  by: actorSchema,
  createdAtMs: z.number(),
  changedAtMs: z.number(),
  /** How many of each it holds. */
  counts: z.object({ bookmark: z.number(), export: z.number(), alarm: z.number() }),
});
export type Case = z.infer<typeof caseSchema>;
export const caseListSchema = z.object({ cases: z.array(caseSchema) });

const shared = { id: z.string(), addedAtMs: z.number(), addedBy: actorSchema };
/** Something of a case as it is now; `found` is null for what was removed since. */
export const caseEntrySchema = z.discriminatedUnion('kind', [
  z.object({ ...shared, kind: z.literal('bookmark'), found: z.nullable(bookmarkSchema) }),
  z.object({ ...shared, kind: z.literal('export'), found: z.nullable(exportSchema) }),
  z.object({ ...shared, kind: z.literal('alarm'), found: z.nullable(alarmSchema) }),
]);
export type CaseEntry = z.infer<typeof caseEntrySchema>;
/** Reply of `GET /api/cases/:caseId`. */
export const caseDetailSchema = z.object({
  ...caseSchema.shape,
  /** The newest first. */
  entries: z.array(caseEntrySchema),
});
export type CaseDetail = z.infer<typeof caseDetailSchema>;
