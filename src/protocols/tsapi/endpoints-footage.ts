import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { apiRow, row } from './endpoint-row.ts';
import {
  attributeChoice,
  channel,
  channelList,
  duration,
  fileName,
  flag,
  language,
  page,
  pathName,
  text,
  timeRange,
  timestamp,
  wordList,
} from './query-fields.ts';

const lang = language.optional();

/** "Parameters for human" and "Parameters for vehicle". */
const colours = [
  ...['brown', 'black', 'red', 'orange', 'yellow', 'green', 'cyan', 'blue'],
  ...['purple', 'magenta', 'gray', 'pink', 'beige', 'white', 'other'],
];
const clothes = wordList(['short', 'long', ...colours]).optional();
const vehicle = ['car', 'truck', 'bus', 'bicycle', 'motorcycle', 'train'];

const carNumberQuery = {
  what: z.literal('carNo'),
  keyword: text.optional(),
  lang,
  ...timeRange,
  ...page,
  src: channelList.optional(),
};

const storageFolders = {
  volume: pathName,
  level1: pathName,
  level2: pathName,
  level3: pathName,
  folder: pathName,
};
const storagePath = '/storage/{volume}/{level1}/{level2}/{level3}/{folder}';

/** `ch1main`, `ch12sub`. */
const streamName = z.string().regex(/^ch[1-9]\d{0,3}(?:main|sub)$/);

export const vodLive = apiRow({
  id: 'vod.live',
  path: '/api/vod',
  query: {
    when: z.literal('now').optional(),
    ch: channel.optional(),
    protocol: z.enum(['rtmp', 'flv', 'hls']).optional(),
    stream: z.enum(['main', 'sub']).optional(),
    nameonly: flag.optional(),
  },
  summary: 'Live streams of each channel',
  section: 'Real-time video source',
});

export const eventLog = apiRow({
  id: 'find.event-log',
  path: '/api/find',
  query: {
    what: z.literal('eventLog'),
    lang,
    ...timeRange,
    ...page,
    type: z.int().min(0).optional(),
  },
  summary: 'Search the event log',
  section: 'Search event log',
});

export const plateLog = apiRow({
  id: 'find.car-number',
  path: '/api/find',
  query: carNumberQuery,
  summary: 'Search recognised number plates, with stills and moments of video',
  section: 'Vehicle number log search',
});

export const objectLog = apiRow({
  id: 'find.object',
  path: '/api/find',
  query: {
    what: z.literal('object'),
    lang,
    ...timeRange,
    ...page,
    ch: channelList.optional(),
    objectType: z.enum(['face', 'human', 'vehicle']).optional(),
    gender: z.enum(['male', 'female']).optional(),
    age: z.enum(['young', 'adult', 'middle', 'senior']).optional(),
    hat: attributeChoice.optional(),
    glasses: attributeChoice.optional(),
    mask: attributeChoice.optional(),
    bag: attributeChoice.optional(),
    topClothes: clothes,
    bottomClothes: clothes,
    vehicleType: wordList([...vehicle, ...colours]).optional(),
  },
  summary: 'Search detected faces, people and vehicles by their attributes',
  section: 'Object Search @0.9.11',
});

export const recordedDays = apiRow({
  id: 'find.recorded-days',
  path: '/api/find',
  query: { what: z.literal('recDays'), ch: channelList.optional(), ...timeRange },
  summary: 'Days that have recordings',
  section: 'Search dates with recorded video',
});

export const recordedMinutes = apiRow({
  id: 'find.recorded-minutes',
  path: '/api/find',
  query: { what: z.literal('recMinutes'), ch: channelList.optional(), ...timeRange },
  summary: 'Minutes that have recordings, within three days at most',
  section: 'Search minutes with recorded video @0.2.0',
});

export const recordedFiles = apiRow({
  id: 'vod.recorded',
  path: '/api/vod',
  query: {
    ch: channel,
    when: timestamp,
    duration: duration.optional(),
    limit: z.int().min(1).max(50).optional(),
    otherwise: z.enum(['nearBefore', 'nearAfter']).optional(),
    nolive: flag.optional(),
  },
  summary: 'Recorded files of a channel at or after a moment',
  section: 'Recorded video source',
});

export const recordedFileById = apiRow({
  id: 'vod.file',
  path: '/api/vod',
  query: {
    id: z.int().min(0),
    ch: channel.optional(),
    next: flag.optional(),
    prev: flag.optional(),
    limit: z.int().min(1).max(50).optional(),
  },
  summary: 'A recorded file by its number, or the one after or before it',
  section: 'Recorded video source',
});

/** Recordings, logs, live streams, and the files that they name. */
export const footageEndpoints: readonly Endpoint[] = [
  recordedDays,
  recordedMinutes,
  eventLog,
  plateLog,
  apiRow({
    id: 'find.car-number-export',
    path: '/api/find',
    query: { ...carNumberQuery, export: z.literal('true') },
    role: 'operator',
    summary: 'Write the found number plates into spreadsheets and list their addresses',
    section: 'Export the search result of vehicle numbers log @0.9.18',
  }),
  apiRow({
    id: 'find.similar-car-number',
    path: '/api/find',
    query: { what: z.literal('similarCarNo'), keyword: text, maxCount: page.maxCount },
    summary: 'Known number plates that resemble a text',
    section: 'Search for similar vehicle numbers @0.2.0',
  }),
  objectLog,
  apiRow({
    id: 'search-face',
    // The text demands POST with the picture as body; the three examples print GET.
    method: 'POST',
    path: '/api/searchFace',
    query: {
      lang,
      ...timeRange,
      ch: channelList.optional(),
      threshold: z.int().min(1).max(100).optional(),
    },
    body: 'file',
    role: 'operator',
    summary: 'Search recorded faces that resemble a photo (JPEG or PNG)',
    section: 'Face Search @0.9.6',
  }),
  vodLive,
  recordedFiles,
  recordedFileById,
  row({
    id: 'stream.hls',
    // `enum` names the first folder `hls`, `vod` names it `live`.
    path: '/{application}/{stream}/index.m3u8',
    query: { application: z.enum(['hls', 'live']), stream: streamName },
    reply: 'stream',
    summary: 'Live picture over HLS',
    section: 'Real-time video source',
  }),
  row({
    id: 'stream.flv',
    path: '/live',
    query: { port: z.int().min(1).max(65_535), app: pathName, stream: streamName },
    reply: 'stream',
    summary: 'Live picture over HTTP-FLV',
    section: 'Real-time video source',
  }),
  row({
    id: 'stream.rtmp',
    path: '/live/{stream}',
    query: { stream: streamName },
    reply: 'stream',
    summary: 'Live picture over RTMP: listed, but no browser plays it',
    section: 'Requesting video using video source @0.3.0',
  }),
  row({
    id: 'storage.video',
    path: `${storagePath}/{file}`,
    query: { ...storageFolders, file: fileName('mp4') },
    reply: 'file',
    summary: 'A recorded file',
    section: 'Recorded video source',
  }),
  row({
    id: 'storage.plate-image',
    path: `${storagePath}/{file}`,
    query: { ...storageFolders, file: fileName('jpg') },
    reply: 'jpeg',
    summary: 'Still of a recognised number plate',
    section: 'Vehicle number log search',
  }),
  row({
    id: 'storage.object-image',
    path: `${storagePath}/object/{object}/{file}`,
    query: { ...storageFolders, object: pathName, file: fileName('jpg') },
    reply: 'jpeg',
    summary: 'Still of a detected object',
    section: 'Object Search @0.9.11',
  }),
  row({
    id: 'download.report',
    path: '/download/{file}',
    query: { file: fileName('xls') },
    reply: 'file',
    role: 'operator',
    summary: 'A spreadsheet of number plates',
    section: 'Export the search result of vehicle numbers log @0.9.18',
  }),
  row({
    id: 'download.export',
    path: '/download/{task}/{file}',
    query: { task: pathName, file: fileName('mp4|vtt|srt|smi') },
    reply: 'file',
    role: 'operator',
    summary: 'A file of a running export; it vanishes with the next one',
    section: 'Exporting recorded video @0.3.0',
  }),
  row({
    id: 'event-storage.video',
    path: '/event-storage/{volume}/{day}/{time}/{file}',
    query: {
      volume: pathName,
      day: z.string().regex(/^\d{8}$/),
      time: z.string().regex(/^\d{6}$/),
      file: fileName('mp4'),
    },
    reply: 'file',
    summary: 'Backed-up video of an event, ready about two minutes after its end',
    section: 'Event Backup @0.9.17',
  }),
];
