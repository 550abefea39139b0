import type { Channel } from './channel.ts';
import { capabilities } from './enum-answers.ts';
import type { Subscriber } from './event-subscriptions.ts';
import { flag } from './json-reply.ts';
import { answerStatus, chosenChannels, recording } from './status-answers.ts';
import { staticSources } from './stream-addresses.ts';
import { zonedIso } from './zone-time.ts';

/** What the first messages of a subscription are made from. */
export interface RecorderView {
  readonly channels: readonly Channel[];
  readonly timeZone: string;
  readonly now: () => number;
}

function stamped(
  { timeZone, now }: RecorderView,
  topic: string,
  event: string,
): Record<string, unknown> {
  return { timestamp: zonedIso(timeZone, now()), topic, event };
}

/** A change of one channel, or of the two that changed places. */
export function channelChange(view: RecorderView, event: string, fields: object): object {
  return { ...stamped(view, 'channelStatus', event), ...fields };
}

/** "Channel status change events": all chosen channels, right behind the subscriber id. */
export function channelSnapshot(view: RecorderView, { query, host }: Subscriber): object {
  const { channels, timeZone } = view;
  return {
    ...stamped(view, 'channelStatus', 'currentStatus'),
    channel: chosenChannels(channels, query).map((channel) => ({
      ...answerStatus([channel], query, timeZone)[0],
      ...(flag(query, 'verbose') ? { title: channel.title, displayName: channel.displayName } : {}),
      caps: capabilities(channel),
      src: staticSources(channel, host),
    })),
  };
}

/** "Recording Status Event": the chosen channels. */
export function recordingMessage(
  view: RecorderView,
  event: 'currentStatus' | 'statusChanged',
  channels: readonly Channel[],
): object {
  return {
    ...stamped(view, 'recordingStatus', event),
    channel: channels.map((channel) => ({
      chid: channel.id,
      ...recording(channel, view.timeZone),
    })),
  };
}

/**
 * A linked channel: with an instant its address is that of the recording, and with `verbose` the
 * live streams come along.
 */
export function linkedChannel(
  channel: Channel,
  { query, host }: Subscriber,
  recordedAt?: string,
): Record<string, unknown> {
  const { id, title, displayName } = channel;
  const when = recordedAt === undefined ? '' : `&when=${encodeURIComponent(recordedAt)}`;
  const isLive = recordedAt === undefined && flag(query, 'verbose');
  return {
    ...{ chid: id, title, displayName },
    src: `http://${host}/watch?ch=${id}${when}`,
    ...(isLive
      ? {
          streams: staticSources(channel, host).map(({ src, type, label, size }) => ({
            ...{ src, type, label, size },
          })),
        }
      : {}),
  };
}
