import { ClipBroadcast } from './clip-broadcast.ts';
import { type Clip, flvHeader, flvVideoTag } from './flv-clip.ts';

/** A clip as a live FLV stream: header and decoder configuration first, then a tag per picture. */
export class FlvBroadcast extends ClipBroadcast {
  constructor(clip: Clip, now: () => number) {
    super(
      clip,
      {
        greeting: (timestampMs) => [flvHeader, flvVideoTag(clip.configuration, timestampMs)],
        picture: ({ frame }, timestampMs) => flvVideoTag(frame.body, timestampMs),
      },
      now,
    );
  }
}
