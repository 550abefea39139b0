import { z } from 'zod';
import type { DeviceZone } from '../../domain/device-identity.ts';
import type { RecordedSpan, TimeRange } from '../../domain/recording.ts';
import { zoneText } from '../../domain/zone-text.ts';
import { zoneOffsetMinutes } from '../../domain/zone-time.ts';
import { joinedSpans } from '../parsing/joined-spans.ts';
import { parseJson } from '../parsing/json.ts';
import { zonePieces } from '../parsing/zone-days.ts';
import type { DeviceLink } from '../protocol.ts';
import type { RecordedSpans } from '../recording-operations.ts';
import { operationOf } from './ask.ts';
import { channelNumber } from './channel-number.ts';
import { isoInstant, trailingOffset } from './device-time.ts';
import { recordedMinutes } from './endpoints-footage.ts';
import { chid, word } from './replies.ts';

const minuteMs = 60_000;
/** "The date range you can specify is limited to a maximum of 3 days." */
const longestCallMs = 3 * 24 * 60 * minuteMs;
/** Three full days of each stay well below the most that a reply may weigh. */
const channelsPerCall = 16;

const hour = z.object({
  year: z.int().min(1970).max(9999),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  hour: z.int().min(0).max(23),
  minutes: z.array(z.int().min(0).max(59)),
});
const minutesReply = z.object({
  timeBegin: word,
  data: z.array(z.object({ chid, data: z.array(hour) })),
});

/**
 * When minutes begin of which a server told, of the channels that it was asked for; null before it told
 * of one. Each once: a reply can repeat one half a million times.
 */
export type Minutes = Map<string, Set<number> | null>;

/**
 * "Search minutes with recorded video". Asked in UTC, as "if the request is made in UTC time, the
 * date based on UTC is returned"; a server that answers in local time says so in its `timeBegin`,
 * and no piece that is asked for has a local time twice.
 */
export async function listRecordedSpans(
  link: DeviceLink,
  channels: readonly string[],
  range: TimeRange,
  zone: DeviceZone,
): Promise<ReadonlyMap<string, RecordedSpans>> {
  const numbers = channels.map(channelNumber);
  const local = zoneText(zone) ?? 'UTC';
  const minutes: Minutes = new Map(numbers.map((number) => [String(number), null]));
  for (let first = 0; first < numbers.length; first += channelsPerCall) {
    const ch = numbers.slice(first, first + channelsPerCall).join(',');
    for (const piece of zonePieces(range, longestCallMs, local)) {
      await addMinutes(link, ch, piece, local, minutes);
    }
  }
  return new Map(
    [...minutes].flatMap(([channel, told]) =>
      told === null
        ? []
        : [[channel, { precision: 'minute', spans: joinedSpans(spansOf(told), range) }] as const],
    ),
  );
}

function spansOf(minutes: ReadonlySet<number>): RecordedSpan[] {
  return Array.from(minutes, (fromMs) => ({
    fromMs,
    toMs: fromMs + minuteMs,
    kind: 'continuous',
  }));
}

/** Adds what a server tells of one piece of time, of the channels that stand in `minutes` alone. */
export async function addMinutes(
  link: DeviceLink,
  ch: string,
  piece: TimeRange,
  zone: string,
  minutes: Minutes,
): Promise<void> {
  const call = {
    endpoint: recordedMinutes,
    query: {
      what: 'recMinutes',
      ch,
      timeBegin: isoInstant(piece.fromMs),
      timeEnd: isoInstant(piece.toMs),
    },
  };
  const { text } = await link.call(call);
  const { timeBegin, data } = parseJson(text, minutesReply, operationOf(call));
  const offset = trailingOffset(timeBegin ?? '') ?? zoneOffsetMinutes(piece.fromMs, zone);
  for (const { chid: number, data: hours } of data) {
    const channel = String(number);
    const before = minutes.get(channel);
    if (before === undefined) continue;
    const told = before ?? new Set();
    minutes.set(channel, told);
    for (const { year, month, day, hour: at, minutes: listed } of hours) {
      for (const minute of listed) {
        const fromMs = Date.UTC(year, month - 1, day, at, minute) - offset * minuteMs;
        const toMs = fromMs + minuteMs;
        // The last minute asked for may be told as well; it comes again with the piece after this.
        if (toMs <= piece.fromMs || fromMs >= piece.toMs) continue;
        told.add(fromMs);
      }
    }
  }
}
