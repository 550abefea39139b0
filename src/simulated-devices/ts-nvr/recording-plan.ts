/** A file of the recorder, by its own clock. */
export interface RecordedVideo {
  readonly id: number;
  readonly channel: number;
  readonly startMs: number;
  readonly endMs: number;
}

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
/** Gaps lie within blocks of this length. */
const blockMs = 2 * hourMs;
const motionSlotMs = 10 * minuteMs;
/** Ids are minutes since the epoch and then the channel: no channel begins two files in a minute. */
const idsPerMinute = 10;

interface Habit {
  /** How long each file of a channel that is always recorded lasts; null where motion decides. */
  readonly fileMs: number | null;
  /** How many of its blocks have a gap. */
  readonly gapShare: number;
}

/** Channel 1 has no gaps at all. */
const habits: Readonly<Record<number, Habit>> = {
  1: { fileMs: minuteMs, gapShare: 0 },
  2: { fileMs: minuteMs, gapShare: 0.06 },
  3: { fileMs: minuteMs, gapShare: 0.2 },
  4: { fileMs: minuteMs, gapShare: 0.35 },
  5: { fileMs: 2 * minuteMs, gapShare: 0.15 },
  6: { fileMs: 5 * minuteMs, gapShare: 0.1 },
  7: { fileMs: null, gapShare: 0.05 },
  8: { fileMs: null, gapShare: 0.25 },
};

/** A number from 0 to 1 that is always the same for the same three. */
function drawn(channel: number, count: number, salt: number): number {
  let mixed =
    Math.imul(count ^ Math.imul(channel, 0x9e37_79b1), 0x85eb_ca6b) ^ (salt * 0x27d4_eb2f);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a_2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
}

function wholeSeconds(share: number, fromMs: number, toMs: number): number {
  return Math.floor((fromMs + share * (toMs - fromMs)) / secondMs) * secondMs;
}

interface Gap {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The time of a block in which nothing was recorded: minutes, and seldom all of it. */
function gapOf(channel: number, { gapShare }: Habit, block: number): Gap | null {
  if (drawn(channel, block, 1) >= gapShare) return null;
  const beginMs = block * blockMs;
  if (drawn(channel, block, 2) < 0.15) return { fromMs: beginMs, toMs: beginMs + blockMs };
  const fromMs = beginMs + wholeSeconds(drawn(channel, block, 3), 0, blockMs - 40 * minuteMs);
  return { fromMs, toMs: fromMs + wholeSeconds(drawn(channel, block, 4), minuteMs, 35 * minuteMs) };
}

/** What remains of a file around a gap that lies in the block of its beginning. */
function withoutGap(video: RecordedVideo, habit: Habit): RecordedVideo | null {
  for (const block of [video.startMs, video.endMs - 1].map((at) => Math.floor(at / blockMs))) {
    const gap = gapOf(video.channel, habit, block);
    if (gap === null || gap.toMs <= video.startMs || gap.fromMs >= video.endMs) continue;
    return gap.fromMs <= video.startMs ? null : { ...video, endMs: gap.fromMs };
  }
  return video;
}

function video(channel: number, startMs: number, lengthMs: number): RecordedVideo {
  const id = Math.floor(startMs / minuteMs) * idsPerMinute + channel;
  return { id, channel, startMs, endMs: startMs + lengthMs };
}

/** One place in time of a channel, and the file that fills it, if any. */
function videoOfSlot(channel: number, habit: Habit, slot: number): RecordedVideo | null {
  if (habit.fileMs !== null) {
    // No channel changes its file at the same second as another.
    const startMs = slot * habit.fileMs + ((channel * 7) % 60) * secondMs;
    return withoutGap(video(channel, startMs, habit.fileMs), habit);
  }
  if (drawn(channel, slot, 5) >= 0.45) return null;
  const lengthMs = wholeSeconds(drawn(channel, slot, 6), 20 * secondMs, 3 * minuteMs);
  const beginMs = slot * motionSlotMs;
  const startMs = wholeSeconds(drawn(channel, slot, 7), beginMs, beginMs + motionSlotMs - lengthMs);
  return withoutGap(video(channel, startMs, lengthMs), habit);
}

/**
 * The files of a channel that reach into a time, from the first or from the last on: computed, not
 * kept, and the same whenever they are asked for.
 */
export function* plannedVideos(
  channel: number,
  fromMs: number,
  toMs: number,
  order: 'oldest-first' | 'newest-first' = 'oldest-first',
): Generator<RecordedVideo, void> {
  const habit = habits[channel];
  if (habit === undefined || fromMs >= toMs) return;
  const slotMs = habit.fileMs ?? motionSlotMs;
  // A file may begin a minute after its place does.
  const first = Math.floor((fromMs - minuteMs) / slotMs) - 1;
  const last = Math.floor(toMs / slotMs);
  for (let step = 0; step <= last - first; step += 1) {
    const slot = order === 'oldest-first' ? first + step : last - step;
    const found = videoOfSlot(channel, habit, slot);
    if (found !== null && found.startMs < toMs && found.endMs > fromMs) yield found;
  }
}

/** The file of a number; null where there is none. */
export function plannedVideo(id: number): RecordedVideo | null {
  const startMs = Math.floor(id / idsPerMinute) * minuteMs;
  for (const one of plannedVideos(id % idsPerMinute, startMs, startMs + minuteMs)) {
    if (one.id === id) return one;
  }
  return null;
}
