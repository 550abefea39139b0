import * as z from 'zod/mini';
import { actorSchema, alarmSchema } from './alarms.ts';
import { bookmarkSchema } from './bookmarks.ts';
import { exportSchema } from './exports.ts';

export const longestCaseTitle = 120;
export const longestCaseText = 8000;
export const mostCaseItems = 500;
const caseStates = ['open', 'closed'] as const;

/** Body of `POST /api/cases`: what people write of it. A new one is open. */
export const caseContentSchema = z.strictObject({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestCaseTitle)),
  text: z.string().check(z.trim(), z.maxLength(longestCaseText)),
});
export type CaseContent = z.infer<typeof caseContentSchema>;

/**
 * Body of `PUT /api/cases/:caseId`. `revision` is that which the person has read: what another has
 * written since is not lost, but a conflict.
 */
export const caseChangeSchema = z.strictObject({
  ...caseContentSchema.shape,
  state: z.enum(caseStates),
  revision: z.int(),
});
export type CaseChange = z.infer<typeof caseChangeSchema>;

export const caseItemKinds = ['bookmark', 'export', 'alarm'] as const;
/** Body of `POST /api/cases/:caseId/items`: something that belongs to it. */
export const caseItemSchema = z.strictObject({
  kind: z.enum(caseItemKinds),
  id: z.string().check(z.minLength(1), z.maxLength(64)),
});
export type CaseItem = z.infer<typeof caseItemSchema>;

const facts = {
  id: z.string(),
  title: z.string(),
  by: actorSchema,
  createdAtMs: z.number(),
  /** When it was written, or something was put in or taken out. */
  changedAtMs: z.number(),
  /** Null while it is open. */
  closed: z.nullable(z.object({ by: actorSchema, atMs: z.number() })),
};

/** Query of `GET /api/cases`; what is absent does not matter. */
export const caseQuerySchema = z.strictObject({
  state: z.optional(z.enum(caseStates)),
  /** Words that all stand in the title, in the text or in the name of the author. */
  text: z.optional(z.string().check(z.maxLength(200))),
  /** Something that is in it, as `alarm:…`. */
  holds: z.optional(z.string().check(z.regex(/^[a-z]+:.{1,64}$/))),
});
export type CaseQuery = z.infer<typeof caseQuerySchema>;

/** One of the list. */
export const caseLineSchema = z.object({
  ...facts,
  /** How its text begins. */
  beginning: z.string(),
  /** How many of each it holds. */
  counts: z.object({ bookmark: z.number(), export: z.number(), alarm: z.number() }),
});
export type CaseLine = z.infer<typeof caseLineSchema>;
export const caseListSchema = z.object({
  /** The one that was changed last first. */
  cases: z.array(caseLineSchema),
  /** Whether there are more, too many for one reply. */
  more: z.boolean(),
});

const shared = {
  id: z.string(),
  addedAtMs: z.number(),
  addedBy: actorSchema,
  /** The time that it tells of, as it was when it was added; `toMs` is null for a moment. */
  fromMs: z.number(),
  toMs: z.nullable(z.number()),
};
/** Something of a case as it is now; `found` is null where it is gone, or not the caller's to see. */
export const caseEntrySchema = z.discriminatedUnion('kind', [
  z.object({ ...shared, kind: z.literal('bookmark'), found: z.nullable(bookmarkSchema) }),
  z.object({ ...shared, kind: z.literal('export'), found: z.nullable(exportSchema) }),
  z.object({ ...shared, kind: z.literal('alarm'), found: z.nullable(alarmSchema) }),
]);
export type CaseEntry = z.infer<typeof caseEntrySchema>;

/** Reply of `GET /api/cases/:caseId`, and of whatever changes one. */
export const caseSchema = z.object({
  ...facts,
  text: z.string(),
  /** Grows each time that it is written, closed or opened again. */
  revision: z.number(),
  /** By the time that they tell of, the earliest first. */
  entries: z.array(caseEntrySchema),
});
export type Case = z.infer<typeof caseSchema>;
