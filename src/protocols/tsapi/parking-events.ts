import { z } from 'zod';
import type { ReportedEvent } from '../../domain/device-event.ts';
import { type EventMessage, identifier, instant, plain, readable } from './event-fields.ts';
import { plainText } from './plain-facts.ts';
import { wellFormed } from './replies.ts';

const updates = z.object({ timestamp: instant, updated: z.array(z.unknown()) });
const lot = z.object({
  id: identifier,
  name: plain,
  type: z.string().transform(plainText).catch('counter'),
  count: z.int(),
  maxCount: z.int().optional().catch(undefined),
  member: z
    .array(z.unknown())
    .catch([])
    .transform((members) => wellFormed(members, identifier)),
});

/** "Parking Count Event @0.9.0": the lots whose counts changed, and the groups that hold them. */
export function parkingEvents(message: EventMessage): readonly ReportedEvent[] | null {
  const read = updates.safeParse(message);
  if (!read.success) return null;
  const counted = readable(read.data.updated, lot);
  if (counted === null) return null;
  const lots = counted.map((one) => ({
    id: one.id,
    name: one.name,
    kind: one.type,
    count: one.count,
    most: one.maxCount,
    members: one.member,
  }));
  if (lots.length === 0) return [];
  return [{ deviceAtMs: read.data.timestamp, fact: { topic: 'parking', lots } }];
}
