import { z } from 'zod';
import type { PlateFact, ReportedEvent } from '../../domain/device-event.ts';
import {
  area,
  type EventMaker,
  type EventMessage,
  imageTarget,
  instant,
  linkedChannel,
  linkedChannels,
  namedChannel,
  plain,
  timeSpan,
} from './event-fields.ts';
import { plainText } from './plain-facts.ts';
import { Remembered } from './remembered.ts';
import { chid, wellFormed } from './replies.ts';

/** A car that is read again within this time, in the same zone, has not left it. */
const sameCarMs = 30_000;

const score = z.number().min(0).max(100).optional().catch(undefined);
const direction = z.enum(['entry', 'exit']).optional().catch(undefined);
const lot = z.int().optional().catch(undefined);
const plateNo = z.string().min(1).transform(plainText);

const recognised = z.object({
  timestamp: instant,
  timeBegin: instant,
  /** An object with the name of the channel; the number alone is understood too. */
  chid: z
    .union([namedChannel.transform((one) => one.chid), chid])
    .optional()
    .catch(undefined),
  deviceCode: plain,
  deviceName: plain,
  linkedChannel: linkedChannels,
  image: imageTarget,
  plateNo,
  score,
  roi: area,
  parkingLot: z
    .object({ entrance: lot, exit: lot })
    .catch({})
    .transform(({ entrance, exit }) => ({
      ...(entrance !== undefined && { entrance }),
      ...(exit !== undefined && { exit }),
    })),
  direction,
});

/**
 * "Car number recognition events". A plate that is captured several times running is one incident:
 * by the first capture that the message names, else by the time since the last one.
 */
export function plateMaker(): EventMaker {
  const lastByCar = new Remembered<{ beginMs: number; lastMs: number }>();
  return (message, receivedAtMs) => {
    const read = recognised.safeParse(message);
    if (!read.success) return null;
    const seen = read.data;
    const car = JSON.stringify([seen.deviceCode, seen.plateNo]);
    const lastMs = seen.timestamp ?? receivedAtMs;
    const last = lastByCar.get(car);
    const isSame = last !== undefined && Math.abs(lastMs - last.lastMs) <= sameCarMs;
    const beginMs = seen.timeBegin ?? (isSame ? last.beginMs : lastMs);
    lastByCar.set(car, { beginMs, lastMs });
    const fact: PlateFact = {
      topic: 'plate',
      plate: seen.plateNo,
      score: seen.score,
      direction: seen.direction,
      zoneCode: seen.deviceCode,
      zoneName: seen.deviceName,
      box: seen.roi,
      imageTarget: seen.image,
      linked: seen.linkedChannel,
      parkingLots: seen.parkingLot,
    };
    return [
      {
        channel: seen.chid === undefined ? undefined : String(seen.chid),
        ...(seen.timestamp !== undefined && { deviceAtMs: beginMs }),
        ...(seen.timestamp !== undefined && beginMs < lastMs && { deviceEndMs: lastMs }),
        incident: incidentOf(fact, beginMs),
        fact,
      },
    ];
  };
}

const logged = z.object({
  plateNo,
  score,
  roi: area,
  /** One for each time that the plate was captured. */
  image: z
    .array(imageTarget)
    .catch([])
    .transform(([first]) => first),
  timeRange: timeSpan,
  srcCode: plain,
  srcName: plain,
  direction,
  vod: z
    .array(z.unknown())
    .catch([])
    .transform((videos) => wellFormed(videos, namedChannel).map(linkedChannel)),
});

/** "Vehicle number log search": the same incident as that which was told when it happened. */
export function loggedPlate(entry: EventMessage): readonly ReportedEvent[] | null {
  const read = logged.safeParse(entry);
  if (!read.success) return null;
  const { timeRange, vod, ...seen } = read.data;
  // "Several if linked channels are set": the one that recognised the plate stands first.
  const [own, ...linked] = vod;
  const fact: PlateFact = {
    topic: 'plate',
    plate: seen.plateNo,
    score: seen.score,
    direction: seen.direction,
    zoneCode: seen.srcCode,
    zoneName: seen.srcName,
    box: seen.roi,
    imageTarget: seen.image,
    linked,
    parkingLots: {},
  };
  const { beginMs, endMs } = timeRange;
  return [
    {
      channel: own?.channel,
      deviceAtMs: beginMs,
      deviceEndMs: endMs,
      ...(beginMs !== undefined && { incident: incidentOf(fact, beginMs) }),
      fact,
    },
  ];
}

function incidentOf({ zoneCode, plate }: PlateFact, beginMs: number): string {
  return `plate ${beginMs} ${plate} ${zoneCode}`;
}
