import { z } from 'zod';
import type { ReportedEvent } from '../../domain/device-event.ts';
import { type EventMessage, instant } from './event-fields.ts';
import { plainFacts } from './plain-facts.ts';
import { chid } from './replies.ts';

const packed = z
  .object({ topic: z.string(), timestamp: instant, chid: chid.optional().catch(undefined) })
  .catchall(z.unknown());

/** The guide names the topic `packing` and prints no message: what is in one is told as it stands. */
export function packingEvents(message: EventMessage): readonly ReportedEvent[] | null {
  const read = packed.safeParse(message);
  if (!read.success) return null;
  const { topic: _, timestamp, chid: number, ...rest } = read.data;
  const text = Object.entries(plainFacts(rest))
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
  return [
    {
      channel: number === undefined ? undefined : String(number),
      deviceAtMs: timestamp,
      fact: { topic: 'packing', text },
    },
  ];
}
