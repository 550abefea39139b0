import { writePart } from '../live/picture-stream.ts';
import { annexB } from './annex-b.ts';
import { ClipBroadcast } from './clip-broadcast.ts';
import { type Clip, clipCodec } from './flv-clip.ts';

/** A clip as multipart parts, one access unit a part, parameter sets before each key picture. */
export class AccessUnitBroadcast extends ClipBroadcast {
  constructor(clip: Clip, boundary: string, now: () => number) {
    const type = `video/${clipCodec(clip)}`;
    super(
      clip,
      {
        greeting: () => [],
        picture: ({ frame }) =>
          writePart(boundary, type, Buffer.from(annexB(frame, clip.parameterSets)), 'none'),
      },
      now,
    );
  }
}
