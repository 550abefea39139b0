import { z } from 'zod';
import { type EventMaker, readable } from './event-fields.ts';
import { Remembered } from './remembered.ts';
import { chid } from './replies.ts';

const updates = z.object({ updated: z.array(z.unknown()) });
const update = z.object({ chid, motion: z.boolean() });

/**
 * "Motion Detection Status Change Event @0.8.0": from its beginning to its end one incident. The
 * messages say no time, so it is named for the moment of arrival.
 */
export function motionMaker(): EventMaker {
  const goingOn = new Remembered<string>();
  return (message, receivedAtMs) => {
    const read = updates.safeParse(message);
    if (!read.success) return null;
    const changes = readable(read.data.updated, update);
    if (changes === null) return null;
    return changes.map(({ chid: number, motion: active }) => {
      const channel = String(number);
      const begun = goingOn.get(channel);
      const incident = begun ?? (active ? `motion ${channel} ${receivedAtMs}` : undefined);
      if (active && incident !== undefined) goingOn.set(channel, incident);
      else goingOn.delete(channel);
      return { channel, incident, fact: { topic: 'motion', active, boxes: [] } };
    });
  };
}
