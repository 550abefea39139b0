import { z } from 'zod';
import type { LinkedChannel, PixelBox, ReportedEvent } from '../../domain/device-event.ts';
import { nameOf } from './cameras.ts';
import { instantMs } from './device-time.ts';
import { plainText, withoutAddresses } from './plain-facts.ts';
import { chid, wellFormed, word } from './replies.ts';
import { streamTarget } from './stream-target.ts';

/** One message of a subscription, or one entry of a log. */
export type EventMessage = Readonly<Record<string, unknown>>;

/** Makes events of a message; null where it is none that can be read. */
export type EventMaker = (
  message: EventMessage,
  receivedAtMs: number,
) => readonly ReportedEvent[] | null;

/** A timestamp as epoch ms; left out where it names no offset, as no message names the zone. */
export const instant = word.transform((text) => (text === undefined ? undefined : instantMs(text)));

/** A text for people; empty where there is none. */
export const plain = word.transform((text) => plainText(text ?? ''));

/** Begin and, where it lasted, end ("Search event log"). */
export const timeSpan = z
  .array(instant)
  .catch([])
  .transform(([beginMs, endMs]) => ({ beginMs, endMs }));

const pixels = z.number().min(0).max(65_535);

/** "License plate area": offset and size in pixels. */
export const area = z
  .object({ offset: z.tuple([pixels, pixels]), size: z.tuple([pixels, pixels]) })
  .optional()
  .catch(undefined)
  .transform((roi): PixelBox | undefined => {
    if (roi === undefined) return undefined;
    const [x, y] = roi.offset;
    const [width, height] = roi.size;
    return { x, y, width, height, unit: 'pixel' };
  });

/** Ids are numbers in every example; a text is taken as it is. */
export const identifier = z.union([
  z.int().transform(String),
  z.string().min(1).transform(withoutAddresses),
]);

export const namedChannel = z.object({ chid, title: word, displayName: word });

/** The cameras of `linkedChannel`; their addresses are left behind. */
export const linkedChannels = z
  .array(z.unknown())
  .catch([])
  .transform((channels) => wellFormed(channels, namedChannel).map(linkedChannel));

/** The entries that fit; null where there are entries and none of them does. */
export function readable<Schema extends z.ZodType>(
  entries: readonly unknown[],
  schema: Schema,
): z.output<Schema>[] | null {
  const read = wellFormed(entries, schema);
  return read.length === 0 && entries.length > 0 ? null : read;
}

export function linkedChannel(channel: z.infer<typeof namedChannel>): LinkedChannel {
  return { channel: String(channel.chid), title: channelName(channel) ?? `CH${channel.chid}` };
}

/** The name that a person gave a channel; undefined where nobody did. An address is none. */
export function channelName(channel: Parameters<typeof nameOf>[0]): string | undefined {
  const name = nameOf(channel);
  return name === undefined ? undefined : withoutAddresses(name);
}

/** The path of a picture on the registered origin, in whatever way the server addresses it. */
export const imageTarget = word.transform((address) => {
  const at = address === undefined ? null : streamTarget(address);
  return at?.scheme === 'http' || at?.scheme === 'https' ? at.target : undefined;
});
