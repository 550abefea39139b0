import * as z from 'zod/mini';
import { problemSchema } from './problem.ts';

/**
 * `/ws/frames`: all pictures of one browser window over one socket. Text messages are JSON as
 * below; binary ones are frame packets (`frame-packet.ts`).
 */
export const frameRequestSchema = z.discriminatedUnion('type', [
  /** `tile` is the window's own name of the place; one tile shows one stream at a time. */
  z.strictObject({
    type: z.literal('watch'),
    tile: z.string().check(z.maxLength(64)),
    cameraId: z.string().check(z.maxLength(64)),
    streamId: z.string().check(z.maxLength(64)),
  }),
  z.strictObject({ type: z.literal('unwatch'), tile: z.string().check(z.maxLength(64)) }),
  /** Dials the source of the tile now, where the next try is waited for. */
  z.strictObject({ type: z.literal('retry'), tile: z.string().check(z.maxLength(64)) }),
]);
export type FrameRequest = z.infer<typeof frameRequestSchema>;

/** Connection of the proxy to the source of a feed. */
export const feedPhases = ['connecting', 'live', 'stalled', 'waiting', 'refused'] as const;
export type FeedPhase = (typeof feedPhases)[number];

export const frameNoticeSchema = z.discriminatedUnion('type', [
  /** From now on packets with this feed number belong to the tile. Several tiles may share a feed. */
  z.object({ type: z.literal('feed'), tile: z.string(), feed: z.number() }),
  z.object({
    type: z.literal('phase'),
    feed: z.number(),
    phase: z.enum(feedPhases),
    problem: z.optional(problemSchema),
    /** Number of the retry that is waited for, and ms until then. */
    attempt: z.optional(z.number()),
    retryInMs: z.optional(z.number()),
    expectedIntervalMs: z.optional(z.number()),
  }),
  /** The camera or stream is unknown, or of a kind that does not travel in frames. */
  z.object({ type: z.literal('refused'), tile: z.string(), problem: problemSchema }),
]);
export type FrameNotice = z.infer<typeof frameNoticeSchema>;
