import * as z from 'zod/mini';

/**
 * `/ws/audio` and `/ws/talk` carry G.711 µ-law as binary messages of at most this much, 60 ms of it;
 * text messages are notices.
 */
export const largestSoundBytes = 480;

/** Nobody talks longer with one press. */
export const longestTalkMs = 60_000;
/** A talk that brings no sound for this long is over. */
export const talkSilenceMs = 1000;

/** What the proxy says on `/ws/audio`. */
export const listenNoticeSchema = z.discriminatedUnion('type', [
  /** Who talks through the loudspeaker of this camera; null while nobody does. */
  z.object({ type: z.literal('talker'), name: z.nullable(z.string()) }),
]);
export type ListenNotice = z.infer<typeof listenNoticeSchema>;

/** What the proxy says on `/ws/talk`. */
export const talkNoticeSchema = z.discriminatedUnion('type', [
  /** The device takes sound from now on. */
  z.object({ type: z.literal('ready') }),
]);
export type TalkNotice = z.infer<typeof talkNoticeSchema>;
