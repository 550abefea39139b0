import type { Channel } from './channel.ts';
import { callPoints, type Lot, plateZones } from './event-sources.ts';
import { flag } from './json-reply.ts';
import { staticSources } from './stream-addresses.ts';

const yesNo = [true, false];
const colours = ['black', 'white', 'gray', 'red', 'yellow', 'green', 'blue'];
const attributes: Readonly<Record<string, unknown>> = {
  face: {
    age: ['young', 'adult', 'middle', 'senior'],
    gender: ['female', 'male'],
    glasses: yesNo,
    hat: yesNo,
    mask: yesNo,
  },
  human: {
    gender: ['female', 'male'],
    bag: yesNo,
    hat: yesNo,
    topColor: colours,
    bottomColor: colours,
  },
  vehicle: {
    vehicleType: ['car', 'truck', 'bus', 'bicycle', 'motorcycle', 'train'],
    color: colours,
  },
};

const eventTypes = {
  english: [
    {
      id: 0,
      name: 'System log',
      code: [
        { id: 1, name: 'System startup' },
        { id: 2, name: 'System shutdown' },
        { id: 3, name: 'Abnormal shutdown' },
      ],
    },
    { id: 6, name: 'User-defined event' },
  ],
  spanish: [
    {
      id: 0,
      name: 'Registro del sistema',
      code: [
        { id: 1, name: 'Inicio del sistema' },
        { id: 2, name: 'Apagado del sistema' },
        { id: 3, name: 'Apagado anormal' },
      ],
    },
    { id: 6, name: 'Evento definido por el usuario' },
  ],
};

/** What a camera can do, as `caps` of the document lists it. */
export function capabilities({ device }: Channel): Record<string, unknown> {
  const { turns, lens, maxPreset, relays, aux, inputs } = device.traits;
  return {
    pantilt: turns,
    zoom: turns,
    focus: lens,
    iris: lens,
    home: turns,
    maxPreset,
    aux,
    digitalInputs: inputs,
    relayOutputs: relays.length,
    reboot: true,
  };
}

function channelList(channels: readonly Channel[], query: URLSearchParams, host: string): unknown {
  return channels.map((channel) => ({
    chid: channel.id,
    title: channel.title,
    displayName: channel.displayName,
    ...(flag(query, 'staticSrc') ? { src: staticSources(channel, host) } : {}),
    ...(flag(query, 'caps') ? { caps: capabilities(channel) } : {}),
  }));
}

/** "Request various enumeration"; null for a list that the document does not know. */
export function answerEnum(
  channels: readonly Channel[],
  query: URLSearchParams,
  host: string,
  lots: readonly Lot[],
): unknown {
  const kind = query.get('type');
  switch (query.get('what')) {
    case 'channel':
      return channelList(channels, query, host);
    case 'lprSrc':
      return plateZones;
    case 'emergencyCall':
      return callPoints;
    case 'eventType':
      return /^es/i.test(query.get('lang') ?? '') ? eventTypes.spanish : eventTypes.english;
    case 'parkingLot':
      return {
        counter: lots.filter(({ type }) => type === 'counter'),
        group: lots.filter(({ type }) => type === 'group'),
      };
    case 'realtimeEvent':
      return [
        'channelStatus',
        'emergencyCall',
        'LPR',
        'systemEvent',
        'motionChanges',
        'recordingStatus',
        'parkingCount',
        'packing',
        'object',
      ];
    case 'objectType':
      return Object.keys(attributes);
    case 'objectAttr':
      return kind === null ? attributes : (attributes[kind] ?? null);
    default:
      return null;
  }
}
