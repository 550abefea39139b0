import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { apiRow } from './endpoint-row.ts';
import { channelList, choice, flag, language } from './query-fields.ts';

export const channelStatus = apiRow({
  id: 'status',
  path: '/api/status',
  query: {
    ch: channelList.optional(),
    verbose: choice.optional(),
    lang: language.optional(),
    recordingStatus: flag.optional(),
  },
  summary: 'State of each channel, on request with its recording state',
  section: 'Request channel status @0.3.0',
});

export const enumChannel = apiRow({
  id: 'enum.channel',
  path: '/api/enum',
  query: { what: z.literal('channel'), staticSrc: flag.optional(), caps: flag.optional() },
  summary: 'Channels in use, on request with their streams and capabilities',
  section: 'Channel list @0.9.4',
});

export const channelInfo = apiRow({
  id: 'channel.info',
  path: '/api/channel/info',
  query: { caps: flag.optional(), ch: channelList.optional(), reload: flag.optional() },
  summary: 'The camera behind each channel: make, model, firmware, capabilities',
  section: 'Request Device Information and Support Function List',
});

export const enumTopics = apiRow({
  id: 'enum.realtime-event',
  path: '/api/enum',
  query: { what: z.literal('realtimeEvent') },
  summary: 'Topics that the server pushes',
  section: 'Real-time event list @0.9.6',
});

/** What there is on the server: channels, sources of events, kinds of objects. */
export const channelEndpoints: readonly Endpoint[] = [
  channelStatus,
  enumChannel,
  apiRow({
    id: 'enum.lpr-source',
    path: '/api/enum',
    query: { what: z.literal('lprSrc') },
    summary: 'Devices and zones that recognise number plates',
    section: 'Vehicle number recognition device list',
  }),
  apiRow({
    id: 'enum.emergency-call',
    path: '/api/enum',
    query: { what: z.literal('emergencyCall') },
    summary: 'Emergency call devices and their linked channels',
    section: 'Emergency call device list @0.3.0',
  }),
  apiRow({
    id: 'enum.event-type',
    path: '/api/enum',
    query: { what: z.literal('eventType'), lang: language.optional() },
    summary: 'Types and codes of the event log',
    section: 'Event log type list',
  }),
  apiRow({
    id: 'enum.parking-lot',
    path: '/api/enum',
    query: { what: z.literal('parkingLot') },
    summary: 'Parking counters and groups with their counts',
    section: 'Parking lot list @0.9.8',
  }),
  enumTopics,
  apiRow({
    id: 'enum.object-type',
    path: '/api/enum',
    query: { what: z.literal('objectType') },
    summary: 'Kinds of objects that the server detects',
    section: 'Supported object types @0.9.11',
  }),
  apiRow({
    id: 'enum.object-attribute',
    path: '/api/enum',
    query: {
      what: z.literal('objectAttr'),
      type: z.enum(['face', 'human', 'vehicle']).optional(),
    },
    summary: 'Attributes of detected objects and their values',
    section: 'Supported object attributes @0.9.11',
  }),
  channelInfo,
];
