import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import {
  camera,
  date,
  fileName,
  framesPerSecond,
  imageSize,
  listedName,
  pixels,
  quality,
} from './query-fields.ts';

const base = { method: 'GET', danger: 'safe' } as const;
const viewer = { ...base, role: 'viewer' } as const;
const operator = { ...base, role: 'operator' } as const;
const administrator = { ...base, role: 'administrator' } as const;

const oneCamera = z.strictObject({ cameraNum: camera });
const picture = {
  cameraNum: camera,
  width: pixels.optional(),
  height: pixels.optional(),
  quality: quality.optional(),
};
const video = { ...picture, req_fps: framesPerSecond.optional() };
const footage = {
  cameraNum: camera,
  fileTypeMenu: z.enum(['m', 'i', 'b']).optional(),
  ageText: z.int().min(0).max(36_500).optional(),
  date1Text: date.optional(),
  date2Text: date.optional(),
};
const footageSection = 'HTML page containing links to captured video footage';

const pictures = [
  {
    ...viewer,
    id: 'live.page',
    path: '/++viewlive',
    query: z.strictObject({
      cameraNum: camera,
      imageSize: imageSize.optional(),
      viewMethod: z.literal([0, 1, 2, 3, 4, 5]).optional(),
    }),
    reply: 'html',
    summary:
      'Own live page. viewMethod: 0 auto, 1 and 2 Java, 3 JavaScript, 4 JPEG stream, 5 stills.',
    section: 'HTML page containing live video or still images',
  },
  {
    ...viewer,
    id: 'picture.still',
    path: '/++image',
    query: z.strictObject(picture),
    reply: 'jpeg',
    summary: 'One JPEG picture, on request in another size and quality.',
    section: 'Still JPEG image',
  },
  {
    ...viewer,
    id: 'video.jpeg',
    path: '/++video',
    query: z.strictObject(video),
    reply: 'stream',
    summary: 'Live video as a multipart stream of JPEG pictures.',
    section: 'Multipart JPEG "server push" video stream',
  },
  {
    ...viewer,
    id: 'video.mpeg4',
    path: '/++video',
    query: z.strictObject({ codec: z.literal('mp4v'), ...video }),
    reply: 'stream',
    summary: 'Live video as a multipart stream of MPEG-4 pictures, which no browser plays.',
    section: 'Multipart MPEG-4 "server push" video stream',
  },
] as const satisfies readonly Endpoint[];

/** `++ptz/command` has a row for each family of commands, for they differ in range and danger. */
const movements = [
  {
    ...operator,
    id: 'ptz.page',
    path: '/++ptz/controls',
    query: oneCamera,
    reply: 'html',
    summary: 'Own page with buttons that move the camera.',
    section: 'PTZ controls HTML page',
  },
  {
    ...operator,
    id: 'ptz.move',
    path: '/++ptz/command',
    query: z.strictObject({
      cameraNum: camera,
      command: z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 99]),
    }),
    reply: 'text',
    summary:
      'Move: 1 left, 2 right, 3 up, 4 down, 5 zoom in, 6 zoom out, 7 home, 8 up-left, 9 up-right, ' +
      '10 down-left, 11 down-right; 99 stops cameras that move until they are stopped.',
    section: 'PTZ command',
  },
  {
    ...operator,
    id: 'ptz.preset-go',
    path: '/++ptz/command',
    query: z.strictObject({
      cameraNum: camera,
      command: z.literal([12, 13, 14, 15, 16, 17, 18, 19]),
    }),
    reply: 'text',
    summary: 'Go to a preset: 12 is preset 1, 19 is preset 8.',
    section: 'PTZ command',
  },
  {
    ...operator,
    id: 'ptz.preset-save',
    path: '/++ptz/command',
    query: z.strictObject({
      cameraNum: camera,
      command: z.literal([112, 113, 114, 115, 116, 117, 118, 119]),
    }),
    reply: 'text',
    danger: 'disruptive',
    summary: 'Save where the camera looks as a preset: 112 overwrites preset 1, 119 preset 8.',
    section: 'PTZ command',
  },
] as const satisfies readonly Endpoint[];

const modes = [
  {
    ...operator,
    id: 'mode.set-active',
    path: '/++ssControlActiveMode',
    query: oneCamera,
    reply: 'text',
    summary: 'Arm the camera. 200 with a sentence, or 303; both mean that it was done.',
    section: 'Active/Passive mode control',
  },
  {
    ...operator,
    id: 'mode.set-passive',
    path: '/++ssControlPassiveMode',
    query: oneCamera,
    reply: 'text',
    danger: 'disruptive',
    summary: 'Disarm the camera: it records no motion and raises no alarm until it is armed.',
    section: 'Active/Passive mode control',
  },
  {
    ...viewer,
    id: 'camera.status',
    path: '/++camerastatus',
    query: oneCamera,
    reply: 'text',
    summary: 'Whether the camera is armed (ACTIVE) or not (PASSIVE).',
    section: 'Camera status',
  },
] as const satisfies readonly Endpoint[];

const recordings = [
  {
    ...viewer,
    id: 'footage.page',
    path: '/++download',
    query: z.strictObject({ ...footage, format: z.literal('html').optional() }),
    reply: 'html',
    summary:
      'Page of recorded files. fileTypeMenu: m movies, i images, b both; ageText: the greatest age ' +
      'in days; dates DD/MM/YY.',
    section: footageSection,
  },
  {
    ...viewer,
    id: 'footage.list',
    path: '/++download',
    query: z.strictObject({ ...footage, format: z.literal('xml') }),
    reply: 'xml',
    summary: 'List of footage as XML: name, kind, time, camera and link of each file.',
    section: footageSection,
  },
  {
    ...viewer,
    id: 'footage.file',
    path: '/++getfile/{camera}/{day}/{name}',
    query: z.strictObject({
      camera,
      day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
      name: fileName,
    }),
    reply: 'file',
    summary: 'One recorded file. Lists write its spaces as +; here they are spaces.',
    section: footageSection,
  },
] as const satisfies readonly Endpoint[];

const soundsAndScripts = [
  {
    ...operator,
    id: 'sound.list',
    path: '/++sounds',
    query: z.strictObject({}),
    reply: 'html',
    summary: 'Sounds that the computer of the server can play.',
    section: 'HTML page containing list of sounds',
  },
  {
    ...operator,
    id: 'sound.play',
    path: '/++doSound',
    query: z.strictObject({ name: listedName }),
    reply: 'text',
    danger: 'disruptive',
    summary: 'Play a sound on the computer of the server; whoever is near hears it.',
    section: 'HTML page containing list of sounds',
  },
  {
    ...administrator,
    id: 'script.list',
    path: '/++scripts',
    query: z.strictObject({}),
    reply: 'html',
    summary: 'Scripts that the computer of the server can run.',
    section: 'HTML page containing list of scripts',
  },
  {
    ...administrator,
    id: 'script.run',
    path: '/++doScript',
    query: z.strictObject({ name: listedName }),
    reply: 'text',
    danger: 'disruptive',
    summary: 'Run a script on the computer of the server; what it does is not known here.',
    section: 'HTML page containing list of scripts',
  },
] as const satisfies readonly Endpoint[];

/** Any account may read it; it names addresses and request paths of cameras, which may hold accounts. */
const systemInfo = {
  ...administrator,
  id: 'system.info',
  path: '/++systemInfo',
  query: z.strictObject({}),
  reply: 'xml',
  secretReply: true,
  summary: 'The server and its cameras, where it has such a list.',
  section: 'not in the document; servers of its age answer it',
} as const satisfies Endpoint;

const eventStream = {
  ...viewer,
  id: 'events.text',
  path: '/++eventStream',
  query: z.strictObject({ version: z.literal(2) }),
  reply: 'stream',
  summary: 'Events of all cameras, one a line, for as long as the connection lasts.',
  section: 'not in the document; servers of its age answer it',
} as const satisfies Endpoint;

export const endpoints: readonly Endpoint[] = [
  ...pictures,
  ...movements,
  ...modes,
  ...recordings,
  ...soundsAndScripts,
  systemInfo,
  eventStream,
];

const [livePage, stillPicture, jpegVideo, mpeg4Video] = pictures;
const [controlsPage, move, presetGo, presetSave] = movements;
const [setActive, setPassive, cameraStatus] = modes;
const [, footageList, footageFile] = recordings;

/** The rows that the operations call or name in addresses. */
export const legacyEndpoint = {
  livePage,
  stillPicture,
  jpegVideo,
  mpeg4Video,
  controlsPage,
  move,
  presetGo,
  presetSave,
  setActive,
  setPassive,
  cameraStatus,
  footageList,
  footageFile,
  systemInfo,
  eventStream,
} as const;

/** What a failure names. */
export function operationOf(endpoint: Endpoint): string {
  return `securityspy-legacy.${endpoint.id}`;
}
