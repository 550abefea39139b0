import { z } from 'zod';
import type { EventFact, ReportedEvent } from '../../domain/device-event.ts';
import { channelState, recordingStatus } from './channel-state.ts';
import { channelName, type EventMessage, instant, plain, readable } from './event-fields.ts';
import { chid, word } from './replies.ts';

type ChannelChange = Extract<EventFact, { topic: 'channel' }>['change'];

/** "Channel status change events": what each of them changes. */
const changeByEvent: ReadonlyMap<string, ChannelChange> = new Map([
  ['statusChanged', 'state'],
  ['nameChanged', 'renamed'],
  ['videoSrcModified', 'source-modified'],
  ['videoStreamReady', 'stream-ready'],
  ['videoStreamChanged', 'stream-changed'],
  ['channelAdded', 'added'],
  ['channelRemoved', 'removed'],
]);

const status = z.object({ code: z.int(), message: plain }).optional().catch(undefined);
const changed = z.object({
  event: z.string(),
  chid,
  timestamp: instant,
  name: word,
  displayName: word,
  status,
});
const swapped = z.object({
  event: z.literal('channelSwapped'),
  chid: z.tuple([chid, chid]),
  timestamp: instant,
});
const current = z.object({
  event: z.literal('currentStatus'),
  timestamp: instant,
  channel: z.array(z.unknown()),
});
const standing = z.object({ chid, title: word, displayName: word, status });

/** "Channel status change events". The snapshot says the state and the name of each channel. */
export function channelEvents(message: EventMessage): readonly ReportedEvent[] | null {
  const snapshot = current.safeParse(message);
  if (snapshot.success) {
    const { channel, timestamp } = snapshot.data;
    const channels = readable(channel, standing);
    if (channels === null) return null;
    return channels.map((one) => ({
      ...at(one.chid, timestamp),
      isSnapshot: true,
      fact: { topic: 'channel', change: 'state', name: channelName(one), ...stateOf(one) },
    }));
  }
  const swap = swapped.safeParse(message);
  if (swap.success) {
    const [one, other] = swap.data.chid;
    const channels = [String(one), String(other)] as const;
    return [
      { deviceAtMs: swap.data.timestamp, fact: { topic: 'channel', change: 'swapped', channels } },
    ];
  }
  const read = changed.safeParse(message);
  const change = changeByEvent.get(read.data?.event ?? '');
  if (!read.success || change === undefined) return null;
  const { name, displayName } = read.data;
  return [
    {
      ...at(read.data.chid, read.data.timestamp),
      fact: {
        topic: 'channel',
        change,
        name: channelName({ title: name, displayName }),
        ...stateOf(read.data),
      },
    },
  ];
}

/** A state only where the message names one: without it nothing is known to have changed. */
function stateOf(message: { readonly status?: z.infer<typeof status> }) {
  if (message.status === undefined) return {};
  const { code, message: said } = message.status;
  return { state: channelState(code), ...(said !== '' && { message: said }) };
}

const recordingMessage = z.object({
  event: z.enum(['currentStatus', 'statusChanged']),
  timestamp: instant,
  channel: z.array(z.unknown()),
});
const recordingEntry = z.object({
  chid,
  streaming: z.boolean(),
  recording: z.boolean(),
  timestampRecordingFailure: word,
});

/** "Recording Status Event @0.9.5": all channels at first, then those that changed. */
export function recordingEvents(message: EventMessage): readonly ReportedEvent[] | null {
  const read = recordingMessage.safeParse(message);
  if (!read.success) return null;
  const { event, timestamp, channel } = read.data;
  const entries = readable(channel, recordingEntry);
  if (entries === null) return null;
  return entries.flatMap((entry) => {
    const standing = recordingStatus({ chid: entry.chid, recordingStatus: entry });
    if (standing === undefined) return [];
    return {
      ...at(entry.chid, timestamp),
      ...(event === 'currentStatus' && { isSnapshot: true }),
      fact: { topic: 'recording', ...standing },
    } as const;
  });
}

function at(channel: number, deviceAtMs: number | undefined) {
  return { channel: String(channel), deviceAtMs };
}
