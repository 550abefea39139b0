import type { Channel } from './channel.ts';
import type { RecorderDisk } from './recorder-disk.ts';
import { chosenChannels } from './status-answers.ts';
import { readInstant, wallDate, zonedIso } from './zone-time.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const longestMinutesMs = 3 * dayMs;
const utc = 'UTC';

export interface Recorder {
  readonly channels: readonly Channel[];
  readonly disk: RecorderDisk;
  readonly timeZone: string;
  readonly now: () => number;
}

interface Asked {
  readonly fromMs: number | null;
  readonly toMs: number | null;
  /** "If the request is made in UTC time, the date based on UTC is returned, otherwise local time." */
  readonly zone: string;
}

/** Null where a time is no time. */
function readRange(query: URLSearchParams, timeZone: string): Asked | null {
  const texts = [query.get('timeBegin'), query.get('timeEnd')];
  const [fromMs = null, toMs = null] = texts.map((text) =>
    text === null ? null : readInstant(timeZone, text),
  );
  if (texts.some((text, index) => text !== null && [fromMs, toMs][index] === null)) return null;
  const isUtc = texts.some((text) => text?.endsWith('Z') === true);
  return { fromMs, toMs, zone: isUtc ? utc : timeZone };
}

function isoOf(zone: string, epochMs: number): string {
  return zone === utc ? new Date(epochMs).toISOString() : zonedIso(zone, epochMs);
}

/** "Search dates with recorded video"; null for a request that makes no sense. */
export function answerRecordedDays(recorder: Recorder, query: URLSearchParams): object | null {
  const asked = readRange(query, recorder.timeZone);
  if (asked === null) return null;
  const { zone } = asked;
  const channels = chosenChannels(recorder.channels, query);
  const nowMs = recorder.now();
  const firsts = channels.flatMap(({ id }) => recorder.disk.after(id, 0)?.startMs ?? []);
  const fromMs = asked.fromMs ?? Math.min(nowMs, ...firsts);
  const toMs = asked.toMs ?? nowMs;
  const daysOf = (id: number) => recordedDays(recorder.disk, id, fromMs, toMs, zone);
  const data = query.has('ch')
    ? channels.map(({ id }) => ({ chid: id, data: byMonth(daysOf(id)) }))
    : byMonth([...new Set(channels.flatMap(({ id }) => daysOf(id)))].sort());
  return { timeBegin: isoOf(zone, fromMs), timeEnd: isoOf(zone, toMs), data };
}

/** `2026-11-01` for each day of a zone on which something of a channel lies in a range. */
function recordedDays(
  disk: RecorderDisk,
  channel: number,
  fromMs: number,
  toMs: number,
  zone: string,
): string[] {
  const days: string[] = [];
  let at = fromMs;
  while (at < toMs) {
    const [next] = disk.videos(channel, at, toMs);
    if (next === undefined) break;
    const seenMs = Math.max(next.startMs, at);
    const day = wallDate(zone, seenMs).toISOString().slice(0, 10);
    days.push(day);
    at = nextDay(seenMs, day, zone);
  }
  return days;
}

/** The first instant after a day; whatever the clocks do, it lies within 26 hours. */
function nextDay(fromMs: number, day: string, zone: string): number {
  const isLater = (ms: number) => wallDate(zone, ms).toISOString().slice(0, 10) > day;
  let early = Math.floor(fromMs / minuteMs);
  let late = early + 26 * 60;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (isLater(middle * minuteMs)) late = middle;
    else early = middle;
  }
  return late * minuteMs;
}

function byMonth(days: readonly string[]): object[] {
  const months = grouped(days, (day) => day.slice(0, 7));
  return [...months].map(([month, listed]) => ({
    year: Number(month.slice(0, 4)),
    month: Number(month.slice(5)),
    days: listed.map((day) => Number(day.slice(8))),
  }));
}

/** "Search minutes with recorded video": of one day where only one time is given, of three at most. */
export function answerRecordedMinutes(recorder: Recorder, query: URLSearchParams): object | null {
  const asked = readRange(query, recorder.timeZone);
  if (asked === null || (asked.fromMs === null && asked.toMs === null)) return null;
  const fromMs = asked.fromMs ?? (asked.toMs ?? 0) - dayMs;
  const toMs = asked.toMs ?? fromMs + dayMs;
  if (toMs - fromMs > longestMinutesMs) return null;
  const channels = chosenChannels(recorder.channels, query);
  return {
    timeBegin: isoOf(asked.zone, fromMs),
    timeEnd: isoOf(asked.zone, toMs),
    data: channels.map(({ id }) => ({
      chid: id,
      data: byHour(recordedMinutes(recorder.disk, id, fromMs, toMs), asked.zone),
    })),
  };
}

/** Minutes since the epoch, each once. */
function recordedMinutes(
  disk: RecorderDisk,
  channel: number,
  fromMs: number,
  toMs: number,
): number[] {
  const minutes: number[] = [];
  for (const { startMs, endMs } of disk.videos(channel, fromMs, toMs)) {
    const last = Math.ceil(Math.min(endMs, toMs) / minuteMs) - 1;
    let minute = Math.max(
      Math.floor(Math.max(startMs, fromMs) / minuteMs),
      (minutes.at(-1) ?? -1) + 1,
    );
    for (; minute <= last; minute += 1) minutes.push(minute);
  }
  return minutes;
}

/** An hour that clocks show twice is two entries. */
function byHour(minutes: readonly number[], zone: string): object[] {
  const hours = grouped(minutes, (minute) => Math.floor(minute / 15));
  const entries: { key: string; hour: Record<string, number>; minutes: number[] }[] = [];
  for (const [quarter, listed] of hours) {
    const atMs = quarter * 15 * minuteMs;
    const wall = wallDate(zone, atMs);
    // Zones are apart by quarters of an hour, so within one the clock goes on evenly.
    const key = `${wall.toISOString().slice(0, 13)} ${wall.getTime() - atMs}`;
    const shown = listed.map((minute) => wall.getUTCMinutes() + (minute % 15));
    const before = entries.at(-1);
    if (before?.key === key) before.minutes.push(...shown);
    else {
      const hour = {
        year: wall.getUTCFullYear(),
        month: wall.getUTCMonth() + 1,
        day: wall.getUTCDate(),
        hour: wall.getUTCHours(),
      };
      entries.push({ key, hour, minutes: shown });
    }
  }
  return entries.map((entry) => ({ ...entry.hour, minutes: entry.minutes }));
}

function grouped<T, Key>(
  all: readonly T[],
  keyOf: (one: T) => Key,
): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? [];
    group.push(one);
    groups.set(keyOf(one), group);
  }
  return groups;
}
