import { ClipClock } from './clip-clock.ts';
import type { Clip } from './flv-clip.ts';
import { muxSegment, type PesPicture } from './ts-muxer.ts';

const segmentMs = 1000;
const windowSegments = 6;
const segmentsPerLoop = 60;
const ticksPerMs = 90;
const ticksPerClock = 2 ** 33;

/**
 * A live HLS window over a looping clip. Segment n holds the second n since the epoch, so numbers
 * rise with the wall clock, timestamps never step back at a minute, and a restart changes nothing.
 */
export class HlsWindow {
  readonly #clip: Clip;
  readonly #clock: ClipClock;
  /** Video packets before each segment of a loop, modulo 16; filled on first use. */
  #packetsBefore: readonly number[] | undefined;

  constructor(clip: Clip) {
    this.#clip = clip;
    this.#clock = new ClipClock(clip);
  }

  /** The numbers of the segments that a playlist shows at an instant, oldest first. */
  segmentsAt(epochMs: number): number[] {
    const newest = Math.floor(epochMs / segmentMs) - 1;
    return Array.from({ length: windowSegments }, (_, i) => newest - windowSegments + 1 + i);
  }

  playlist(epochMs: number, addressOf = (number: number): string => `${number}.ts`): string {
    const numbers = this.segmentsAt(epochMs);
    const first = numbers[0] ?? 0;
    return [
      '#EXTM3U',
      '#EXT-X-VERSION:3',
      `#EXT-X-TARGETDURATION:${segmentMs / 1000}`,
      `#EXT-X-MEDIA-SEQUENCE:${first}`,
      `#EXT-X-PROGRAM-DATE-TIME:${new Date(first * segmentMs).toISOString()}`,
      ...numbers.map((number) => `#EXTINF:1.000,\n${addressOf(number)}`),
      '',
    ].join('\n');
  }

  /** Null once a segment has left the window (with as many spare ones again) or before it is whole. */
  segment(number: number, epochMs: number): Uint8Array | null {
    const newest = Math.floor(epochMs / segmentMs) - 1;
    const kept = number <= newest && number > newest - windowSegments * 2;
    if (!kept) return null;
    const before = this.#packetsBefore ?? this.#countPackets();
    this.#packetsBefore = before;
    const loops = Math.floor(number / segmentsPerLoop);
    const video =
      (loops * (before[segmentsPerLoop] ?? 0) + (before[number % segmentsPerLoop] ?? 0)) % 16;
    return muxSegment(this.#pictures(number), this.#clip.parameterSets, {
      tables: number % 16,
      video,
    });
  }

  #pictures(number: number): PesPicture[] {
    const perSegment = (this.#clip.framesPerSecond * segmentMs) / 1000;
    return this.#clock
      .between(number * perSegment, (number + 1) * perSegment - 1)
      .map(({ frame, epochMs }) => ({ frame, ticks: (epochMs * ticksPerMs) % ticksPerClock }));
  }

  #countPackets(): number[] {
    const counters = { tables: 0, video: 0 };
    const before = [0];
    for (let number = 0; number < segmentsPerLoop; number += 1) {
      muxSegment(this.#pictures(number), this.#clip.parameterSets, counters);
      before.push(counters.video);
    }
    return before;
  }
}
