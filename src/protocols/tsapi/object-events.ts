import { z } from 'zod';
import type { Garment, ObjectFact } from '../../domain/device-event.ts';
import {
  type EventMaker,
  identifier,
  imageTarget,
  instant,
  linkedChannels,
} from './event-fields.ts';
import { withoutAddresses } from './plain-facts.ts';
import { Remembered } from './remembered.ts';
import { chid, wellFormed, word } from './replies.ts';

const dayMs = 24 * 60 * 60_000;

/** The words of a detector are none of a person's: nothing in them is encoded. */
const text = z.string().transform(withoutAddresses);
const words = z
  .array(z.unknown())
  .catch([])
  .transform((list) => wellFormed(list, text));
const garment = z
  .object({ type: text, length: text.optional().catch(undefined), colors: words })
  .transform(({ type, length, colors }): Garment => ({ kind: type, length, colours: colors }));
const plainValue = z.union([text, z.number(), z.boolean()]);

const attributes = z
  .object({
    clothes: z
      .array(z.unknown())
      .catch([])
      .transform((list) => wellFormed(list, garment)),
    colors: words,
  })
  .catchall(z.unknown());

const detected = z.object({
  topic: word,
  timestamp: instant,
  chid,
  objId: identifier.optional().catch(undefined),
  parentId: identifier.optional().catch(undefined),
  type: text,
  likelihood: z.number().min(0).max(100).optional().catch(undefined),
  attributes: attributes.optional().catch(undefined),
  image: imageTarget,
  linkedChannel: linkedChannels,
});

/** Whether a message without a topic is one of "Object Detection Event": none of its examples has one. */
export function isObject(message: Readonly<Record<string, unknown>>): boolean {
  return message.topic === undefined && 'type' in message && 'chid' in message;
}

/**
 * "Object Detection Event @0.9.11" and "Body Temperature Event @0.9.14". "If the id is the same" it
 * is the same object, so all its reports of one day are one incident; ids may begin anew some day.
 */
export function objectMaker(): EventMaker {
  const firstSeen = new Remembered<number>();
  return (message, receivedAtMs) => {
    const read = detected.safeParse(message);
    if (!read.success) return null;
    const { timestamp, objId, parentId, attributes: all, ...seen } = read.data;
    const { clothes = [], colors = [], ...named } = all ?? {};
    const kind = kindOf(read.data);
    const fact: ObjectFact = {
      topic: 'object',
      kind,
      likelihood: seen.likelihood,
      objectId: objId,
      parentId,
      attributes: plainValues(named),
      clothes,
      colours: colors,
      boxes: [],
      imageTarget: seen.image,
      linked: seen.linkedChannel,
    };
    const channel = String(seen.chid);
    if (objId === undefined) return [{ channel, deviceAtMs: timestamp, fact }];
    const day = Math.floor((timestamp ?? receivedAtMs) / dayMs);
    const incident = `object ${channel} ${kind} ${objId} ${day}`;
    if (timestamp === undefined) return [{ channel, incident, fact }];
    const firstMs = Math.min(firstSeen.get(incident) ?? timestamp, timestamp);
    firstSeen.set(incident, firstMs);
    const deviceEndMs = firstMs < timestamp ? timestamp : undefined;
    return [{ channel, deviceAtMs: firstMs, deviceEndMs, incident, fact }];
  };
}

/**
 * The example of a body temperature is typed `vehicle`. It alone has linked cameras, and nothing
 * that would be said of a vehicle.
 */
function kindOf({
  topic,
  type,
  attributes: said,
  linkedChannel,
}: z.infer<typeof detected>): string {
  const isTemperature =
    topic === 'bodyTemperature' || (said === undefined && linkedChannel.length > 0);
  return isTemperature ? 'bodyTemperature' : type;
}

function plainValues(named: Readonly<Record<string, unknown>>): ObjectFact['attributes'] {
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, value]) => {
      const read = plainValue.safeParse(value);
      return read.success ? [[name, read.data]] : [];
    }),
  );
}
