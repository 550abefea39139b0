import type { Channel } from './channel.ts';
import { capabilities } from './enum-answers.ts';
import { flag } from './json-reply.ts';
import { chosenChannels } from './status-answers.ts';
import { liveSources } from './stream-addresses.ts';

/** "Request Device Information and Support Function List". */
export function answerChannelInfo(channels: readonly Channel[], query: URLSearchParams): unknown {
  return chosenChannels(channels, query).map((channel) => ({
    chid: channel.id,
    type: 'onvif',
    caps: capabilities(channel),
    ...(flag(query, 'caps') ? {} : { onvif: onvif(channel) }),
  }));
}

function onvif({ id }: Channel): unknown {
  return {
    basic: {
      city: '',
      country: '',
      deviceType: 'NVT',
      host: `192.0.2.${100 + id}:80`,
      location: '',
      name: `SIM-${id}`,
    },
    product: {
      firmwareVersion: '1.0.0',
      hardwareId: 'SIM',
      macAddress: `02:00:5E:00:53:${(0x10 + id).toString(16).toUpperCase()}`,
      manufacturer: 'Simulated',
      model: 'SIM-720',
      serialNumber: `SIM0000000${id}`,
    },
  };
}

export interface VodAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** "Real-time video source". */
export function answerLiveVideo(
  channels: readonly Channel[],
  query: URLSearchParams,
  host: string,
): VodAnswer {
  const named = chosenChannels(channels, query).map((channel) => ({
    chid: channel.id,
    title: channel.title,
    display: channel.title === '' ? `CH${channel.id}` : `CH${channel.id}: ${channel.title}`,
    ...(flag(query, 'nameonly') ? {} : { src: liveSources(channel, host, query) }),
  }));
  return { status: 200, body: named };
}
