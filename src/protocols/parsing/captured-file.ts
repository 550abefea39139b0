import type { DeviceZone } from '../../domain/device-identity.ts';
import type { RecordingKind, TimeRange } from '../../domain/recording.ts';
import { zoneText } from '../../domain/zone-text.ts';
import { zoneOffsetMinutes } from '../../domain/zone-time.ts';
import type { RecordedFile } from '../recording-operations.ts';
import type { FootageFile } from './footage-feed.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const secondMs = 1000;
/** Films are cut by the hour or by the day; the clock of the disk may be a little late. */
const hourlyMs = 60 * minuteMs + 2 * secondMs;
/** By how much summer time moves a clock: an hour, and half of one on Lord Howe Island. */
const shiftsMinutes = [0, 60, -60, 30, -30];

const pathPattern = /^\/\+\+getfile(?:hb|lb)?\/((\d{1,4})\/(\d{4})-(\d{2})-(\d{2})\/([^/]+))$/;
/** `21-11-2025 12-00-26 M Gate.m4v`: a film that covers a day may have no time. */
const namePattern =
  /^\d{1,4}\D\d{1,2}\D\d{1,4}(?: (\d{1,2})\D(\d{2})\D(\d{2})(?: ?([AP])M)?)?(?: ([A-Z])(?= ))?/i;
const kinds: Readonly<Record<string, RecordingKind>> = { C: 'continuous', M: 'motion', A: 'event' };
const mediaTypes: Readonly<Record<string, string>> = {
  m4v: 'video/mp4',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

/**
 * What SecuritySpy calls a captured file tells when it begins, by the local time of the server and in
 * whatever order its settings write a date; the folder gives the day in one form. `updated` is when
 * it was last written, which is its end, in UTC.
 * @returns undefined for a file of another camera, and for one whose name cannot be read
 */
export function capturedFile(
  file: FootageFile,
  channel: string,
  zone: DeviceZone,
): RecordedFile | undefined {
  const [, fileId, camera, year, month, day, encoded = ''] = pathPattern.exec(file.target) ?? [];
  const named = namePattern.exec(decoded(encoded));
  if (fileId === undefined || named === null || Number(camera) !== Number(channel))
    return undefined;
  const [, hour = '0', minute = '0', second = '0', half, letter = ''] = named;
  const extension = /\.(\w{1,5})$/.exec(encoded)?.[1]?.toLowerCase() ?? '';
  const type = mediaTypes[extension] ?? file.contentType;
  const isImage = type.startsWith('image/');
  const wallMs = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    hourOfDay(Number(hour), half),
    Number(minute),
    Number(second),
  );
  const { begins, isTwice } = beginnings(wallMs, zone);
  return {
    fileId,
    channel,
    range: rangeOf(begins, file.updatedMs, isImage),
    // Its end would tell.
    ...(isTwice && file.updatedMs === undefined && { shownTwice: true }),
    kind: isImage ? 'image' : (kinds[letter.toUpperCase()] ?? 'continuous'),
    type,
    sizeBytes: file.bytes,
  };
}

/** Path of a file that {@link capturedFile} named, below one of the three folders that serve it. */
export function isCapturedFileId(fileId: string): boolean {
  return pathPattern.test(`/++getfile/${fileId}`) && !/[?#\s]|\/\.{1,2}$/.test(fileId);
}

function rangeOf(
  begins: readonly number[],
  endMs: number | undefined,
  isImage: boolean,
): TimeRange {
  const [first = 0] = begins;
  // A still is a moment; of a film without an end no more is known than its minute.
  if (endMs === undefined) return { fromMs: first, toMs: first + (isImage ? secondMs : minuteMs) };
  if (isImage) {
    const nearest = begins.toSorted(
      (one, other) => Math.abs(endMs - one) - Math.abs(endMs - other),
    );
    const fromMs = nearest[0] ?? first;
    return { fromMs, toMs: fromMs + secondMs };
  }
  const lasts = (fromMs: number) => endMs - fromMs;
  const fromMs =
    begins.find((one) => lasts(one) >= secondMs && lasts(one) <= hourlyMs) ??
    begins.find((one) => lasts(one) >= 0) ??
    first;
  return { fromMs, toMs: Math.max(endMs, fromMs + secondMs) };
}

interface Beginnings {
  /** At least one. */
  readonly begins: readonly number[];
  /** Clocks of its zone showed it at two instants. */
  readonly isTwice: boolean;
}

/**
 * Every instant that a local time may mean, the likeliest first: in a named zone those at which its
 * clocks do show it, else the offset that the server has today and those of its other season.
 */
function beginnings(wallMs: number, zone: DeviceZone): Beginnings {
  const local = zoneText(zone) ?? 'UTC';
  if (zone.name === undefined || local !== zone.name) {
    const offset = zone.offsetMinutes ?? 0;
    const begins = shiftsMinutes.map((shift) => wallMs - (offset + shift) * minuteMs);
    return { begins, isTwice: false };
  }
  const around = [-dayMs, dayMs].map((step) => zoneOffsetMinutes(wallMs + step, local));
  const begins = [...new Set(around)].map((offset) => wallMs - offset * minuteMs);
  const shown = begins.filter((at) => at + zoneOffsetMinutes(at, local) * minuteMs === wallMs);
  return { begins: shown.length > 0 ? shown : begins, isTwice: shown.length > 1 };
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
}

/** Names carry spaces as `+`. */
function decoded(name: string): string {
  const spaced = name.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // A stray per cent sign was part of the name.
    return spaced;
  }
}
