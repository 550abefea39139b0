import type { Channel } from './channel.ts';
import { channelNumbers, flag } from './json-reply.ts';
import { zonedIso } from './zone-time.ts';

type Words = Readonly<Record<number, string>>;

const english: Words = {
  [-5]: 'On rebooting',
  [-4]: 'On reconnecting',
  [-3]: 'On connecting',
  [-2]: 'Loading',
  [-1]: 'Not used',
  0: 'No response',
  1: 'Used',
  2: 'Has video',
  200: 'Connected',
  401: 'Camera login failed',
  403: 'Camera blocked',
  404: 'No network connection',
  408: 'Camera response timeout',
  410: 'No video input',
  503: 'Camera service failure',
  1000: 'Playback complete',
  1404: 'No file found',
};
const spanish: Words = {
  [-5]: 'Reiniciando',
  [-4]: 'Reconectando',
  [-3]: 'Conectando',
  0: 'Sin respuesta',
  200: 'Conectado',
  401: 'Error de inicio de sesi\u00f3n de la c\u00e1mara',
  403: 'C\u00e1mara bloqueada',
  404: 'Sin conexi\u00f3n de red',
  408: 'Tiempo de respuesta agotado',
  410: 'Sin entrada de v\u00eddeo',
  503: 'Fallo del servicio de la c\u00e1mara',
};

/** The channels that `ch=` names, or all. */
export function chosenChannels(
  channels: readonly Channel[],
  query: URLSearchParams,
): readonly Channel[] {
  const numbers = channelNumbers(query);
  return numbers === null ? channels : channels.filter(({ id }) => numbers.includes(id));
}

export interface ChannelStatus {
  readonly chid: number;
  readonly status: { readonly code: number; readonly message?: string };
  readonly recordingStatus?: unknown;
}

export interface RecordingState {
  readonly streaming: boolean;
  readonly recording: boolean;
  readonly timestampRecordingFailure?: string;
}

/** "Request channel status". */
export function answerStatus(
  channels: readonly Channel[],
  query: URLSearchParams,
  timeZone: string,
): readonly ChannelStatus[] {
  const words = /^es/i.test(query.get('lang') ?? '') ? spanish : english;
  return chosenChannels(channels, query).map((channel) => {
    const { id, code } = channel;
    const message = words[code] ?? english[code] ?? String(code);
    return {
      chid: id,
      status: flag(query, 'verbose') ? { code, message } : { code },
      ...(flag(query, 'recordingStatus') ? { recordingStatus: recording(channel, timeZone) } : {}),
    };
  });
}

/** Of a lost camera nothing is recorded either. */
export function recording(
  { online, failedAtMs, recordingFailedAtMs }: Channel,
  timeZone: string,
): RecordingState {
  const failed = failedAtMs ?? recordingFailedAtMs;
  return {
    streaming: online,
    recording: failed === null,
    ...(failed === null ? {} : { timestampRecordingFailure: zonedIso(timeZone, failed) }),
  };
}
