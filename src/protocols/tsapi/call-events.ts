import { z } from 'zod';
import { type EventMaker, instant, linkedChannels, plain } from './event-fields.ts';
import { plainText } from './plain-facts.ts';
import { Remembered } from './remembered.ts';

const called = z.object({
  event: z.enum(['callStart', 'callEnd']),
  caller: z.string().min(1).transform(plainText),
  device: plain,
  name: plain,
  timestamp: instant,
  linkedChannel: linkedChannels,
});

/** "Emergency call events": the beginning and the end of one call are one incident. */
export function callMaker(): EventMaker {
  const openByCaller = new Remembered<{ incident: string; beginMs: number | undefined }>();
  return (message, receivedAtMs) => {
    const read = called.safeParse(message);
    if (!read.success) return null;
    const { event, caller, device, name, timestamp, linkedChannel: linked } = read.data;
    const active = event === 'callStart';
    const from = JSON.stringify([device, caller]);
    const open = openByCaller.get(from);
    // A second beginning at another time is another call, whose predecessor ended unheard.
    const isSame = open !== undefined && (!active || open.beginMs === timestamp);
    const call = isSame
      ? open
      : { incident: `call ${timestamp ?? receivedAtMs} ${from}`, beginMs: timestamp };
    if (active) openByCaller.set(from, call);
    else openByCaller.delete(from);
    return [
      {
        deviceAtMs: call.beginMs,
        ...(!active && { deviceEndMs: timestamp }),
        incident: call.incident,
        fact: { topic: 'call', active, caller, place: name, deviceName: device, linked },
      },
    ];
  };
}
