import type { Fault } from '../device.ts';
import { writePart } from '../live/picture-stream.ts';
import { annexB } from './annex-b.ts';
import { ClipBroadcast } from './clip-broadcast.ts';
import { type Clip, clipCodec } from './flv-clip.ts';

/** A clip as multipart parts, one access unit a part, parameter sets before each key picture. */
export class AccessUnitBroadcast extends ClipBroadcast {
  /** @param fault asked anew for every part */
  constructor(clip: Clip, boundary: string, now: () => number, fault: () => Fault) {
    const type = `video/${clipCodec(clip)}`;
    super(
      clip,
      {
        greeting: () => [],
        picture: ({ frame }) =>
          writePart(boundary, type, Buffer.from(annexB(frame, clip.parameterSets)), fault()),
      },
      now,
    );
  }
}
