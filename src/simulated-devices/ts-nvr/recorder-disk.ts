import type { RecordedPiece } from '../device-recordings.ts';
import { plannedVideo, plannedVideos, type RecordedVideo } from './recording-plan.ts';

const dayMs = 86_400_000;
const keptMs = 31 * dayMs;

interface Period {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Kept for good, as a person protects what matters: around each change of clocks in New York and in
 * Berlin of one year, so that its days of 23 and of 25 hours are there.
 */
const archive: readonly Period[] = [
  ['2026-03-07', '2026-03-10'],
  ['2026-03-28', '2026-03-31'],
  ['2026-10-24', '2026-10-27'],
  ['2026-10-31', '2026-11-03'],
].map(([from = '', to = '']) => ({ fromMs: Date.parse(from), toMs: Date.parse(to) }));

/** What of the plan lies on the disk now: a month, what is archived, and only files that are closed. */
export class RecorderDisk {
  readonly #now: () => number;

  /** @param now by the recorder's own clock */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Those of a channel that reach into a time, one after the other. */
  *videos(
    channel: number,
    fromMs: number,
    toMs: number,
    order: 'oldest-first' | 'newest-first' = 'oldest-first',
  ): Generator<RecordedVideo, void> {
    const nowMs = this.#now();
    const periods = this.#periods();
    for (const period of order === 'oldest-first' ? periods : periods.reverse()) {
      const from = Math.max(fromMs, period.fromMs);
      const to = Math.min(toMs, period.toMs);
      for (const video of plannedVideos(channel, from, to, order)) {
        if (isKept(video, period, nowMs)) yield video;
      }
    }
  }

  /** The first file that begins at an instant or later. */
  after(channel: number, fromMs: number): RecordedVideo | null {
    for (const video of this.videos(channel, fromMs, this.#now())) {
      if (video.startMs >= fromMs) return video;
    }
    return null;
  }

  /** The last file that began before an instant. */
  before(channel: number, beforeMs: number): RecordedVideo | null {
    for (const video of this.videos(channel, 0, beforeMs, 'newest-first')) {
      if (video.startMs < beforeMs) return video;
    }
    return null;
  }

  /** The recorder never says why it recorded. */
  pieces(channel: number, fromMs: number, toMs: number): readonly RecordedPiece[] {
    return Array.from(this.videos(channel, fromMs, toMs), ({ startMs, endMs }) => ({
      fromMs: startMs,
      toMs: endMs,
      kind: 'continuous',
    }));
  }

  video(id: number): RecordedVideo | null {
    const found = plannedVideo(id);
    const nowMs = this.#now();
    const isHere = (one: Period) => found !== null && isKept(found, one, nowMs);
    return this.#periods().some(isHere) ? found : null;
  }

  /** In order, and apart from each other. */
  #periods(): Period[] {
    const nowMs = this.#now();
    const month = { fromMs: nowMs - keptMs, toMs: nowMs };
    return [
      ...archive.map(({ fromMs, toMs }) => ({ fromMs, toMs: Math.min(toMs, month.fromMs) })),
      month,
    ].filter(({ fromMs, toMs }) => fromMs < toMs && fromMs < nowMs);
  }
}

/** A file belongs to the period in which it begins, and is there once it is closed. */
function isKept(
  { startMs, endMs }: RecordedVideo,
  { fromMs, toMs }: Period,
  nowMs: number,
): boolean {
  return endMs <= nowMs && startMs >= fromMs && startMs < toMs;
}
