import { z } from 'zod';
import type { DeviceZone } from '../../domain/device-identity.ts';
import type { CalendarDay, TimeRange } from '../../domain/recording.ts';
import { zoneText } from '../../domain/zone-text.ts';
import { isoInZone } from '../../domain/zone-time.ts';
import { parseJson } from '../parsing/json.ts';
import { dayInZone, dayOrder } from '../parsing/zone-days.ts';
import type { DeviceLink } from '../protocol.ts';
import { operationOf } from './ask.ts';
import { channelNumber } from './channel-number.ts';
import { recordedDays } from './endpoints-footage.ts';
import { chid } from './replies.ts';

const month = z.object({
  year: z.int().min(1970).max(9999),
  month: z.int().min(1).max(12),
  days: z.array(z.int().min(1).max(31)),
});
/** By channel where the request names some, of all together where it does not. */
const daysReply = z.object({
  data: z.array(z.union([month, z.object({ chid, data: z.array(month) })])),
});

/**
 * "Search dates with recorded video". Asked with the offset of the zone: only a request in UTC gets
 * days of UTC.
 */
export async function listRecordedDays(
  link: DeviceLink,
  channels: readonly string[],
  range: TimeRange,
  zone: DeviceZone,
): Promise<readonly CalendarDay[]> {
  const local = zoneText(zone) ?? 'UTC';
  const call = {
    endpoint: recordedDays,
    query: {
      what: 'recDays',
      ch: channels.map(channelNumber).join(','),
      timeBegin: isoInZone(range.fromMs, local),
      timeEnd: isoInZone(range.toMs - 1, local),
    },
  };
  const { text } = await link.call(call);
  const { data } = parseJson(text, daysReply, operationOf(call));
  const first = dayOrder(dayInZone(range.fromMs, local));
  const last = dayOrder(dayInZone(range.toMs - 1, local));
  const days = new Map<number, CalendarDay>();
  for (const entry of data) {
    for (const { year, month: number, days: listed } of 'chid' in entry ? entry.data : [entry]) {
      for (const day of listed) {
        const one = { year, month: number, day };
        const order = dayOrder(one);
        if (order >= first && order <= last) days.set(order, one);
      }
    }
  }
  return [...days].sort(([one], [other]) => one - other).map(([, day]) => day);
}
