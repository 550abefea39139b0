/** A value of each parameter that is filled in, by its name. */
export type Values = Readonly<Record<string, string>>;

/** The raw reply of another row of the same device: a device names its own files. */
export type AskRow = (endpoint: string, query: object) => Promise<string>;

/** What is true of the reply; every simulated camera paints its number into its pictures. */
export type Expected =
  | { readonly texts: readonly string[] }
  | { readonly lines: readonly string[] }
  | { readonly row: readonly [name: string, value: string] }
  | { readonly painted: number }
  | { readonly bytes: string; readonly hex: string }
  /** `asked` is how often the device hears of it: once where it does not say. */
  | { readonly problem: string; readonly request: string; readonly asked?: 0 };

export interface ConsoleCase {
  readonly protocol: string;
  readonly device: string;
  readonly endpoint: string;
  readonly fill?: Values | ((ask: AskRow) => Promise<Values>);
  readonly expected: Expected;
}

export interface RefusedCase {
  readonly protocol: string;
  readonly device: string;
  readonly endpoint: string;
  /** What the row needs besides. */
  readonly fill: Values;
  readonly field: string;
  /** As documented, both ends included. */
  readonly range: readonly [least: number, most: number];
  readonly outside: number;
  readonly inside: number;
}

/** Roof once more, known by nothing but the address of its stream. */
export const bareAddress = 'Roof by address';

const recorder = { protocol: 'tsapi', device: 'Riverside recorder' } as const;
const server = { protocol: 'securityspy', device: 'Annex video server' } as const;
const older = { protocol: 'securityspy-legacy', device: 'Shop video server' } as const;
const standard = { protocol: 'ipcamera', device: 'Tower' } as const;
const camera = { protocol: 'ipcam', device: 'Roof' } as const;
const bare = { protocol: 'plain-stream', device: bareAddress } as const;

const page = 'It is a web page, shown as text and never run.';
const other = 'The first bytes, as they came: bytes of another kind';
const elsewhere =
  'This is on another port of the device or speaks RTSP; the console reaches neither.';
const nothing = 'There is nothing here under that name.';
const folders = { volume: 'e', level1: '0', level2: '0', level3: '0', folder: '39' };
/** `ftyp`, behind the length of the first box of an MP4. */
const mp4 = '66 74 79 70';

/** Folder and name of the first movie in a list of footage. */
function firstMovie(feed: string): { day: string; name: string } {
  const [, day = '', name = ''] = /getfile\/0\/([\d-]+)\/([^"]+\.m4v)"/.exec(feed) ?? [];
  return { day, name: decodeURIComponent(name.replaceAll('+', ' ')) };
}

/** At least one row of each kind of reply that a protocol has. None of them changes anything. */
export const consoleCases: readonly ConsoleCase[] = [
  {
    ...recorder,
    endpoint: 'watch.live',
    fill: { ch: '1' },
    expected: { texts: [page, '<title>CH1. Main gate</title>'] },
  },
  { ...recorder, endpoint: 'auth.logout', expected: { texts: ['"message":"Success"'] } },
  {
    ...recorder,
    endpoint: 'enum.channel',
    expected: { texts: ['Main gate', 'Server room'] },
  },
  {
    ...recorder,
    endpoint: 'stream.flv',
    fill: { port: '1935', app: 'live', stream: 'ch2sub' },
    expected: { bytes: 'The first bytes, as they came: FLV video', hex: '46 4c 56 01' },
  },
  // It keeps no recordings: the console says so, and did ask.
  {
    ...recorder,
    endpoint: 'storage.video',
    fill: { ...folders, file: '100.mp4' },
    expected: { problem: nothing, request: 'GET /storage/e/0/0/0/39/100.mp4' },
  },
  {
    ...recorder,
    endpoint: 'storage.plate-image',
    fill: { ...folders, file: '39589.plate.jpg' },
    expected: { problem: nothing, request: 'GET /storage/e/0/0/0/39/39589.plate.jpg' },
  },
  {
    ...recorder,
    endpoint: 'events.subscribe',
    fill: { topics: 'channelStatus', verbose: 'true' },
    expected: { texts: ['"subscriberId":', '"displayName":"CH1. Main gate"'] },
  },

  {
    ...server,
    endpoint: 'system.info',
    expected: { texts: ['Aisle 2', 'Reception'] },
  },
  { ...server, endpoint: 'sounds.list', expected: { texts: ['Knock & enter.aif'] } },
  {
    ...server,
    endpoint: 'camera.modes',
    fill: { cameraNum: '0' },
    expected: { lines: ['C:ARMED', 'M:ARMED', 'A:DISARMED'] },
  },
  {
    ...server,
    endpoint: 'multiplex',
    fill: { cameras: '0,1' },
    expected: { texts: [page, 'alt="Reception"', 'alt="Aisle 2"'] },
  },
  { ...server, endpoint: 'image', fill: { cameraNum: '0' }, expected: { painted: 21 } },
  { ...server, endpoint: 'video.jpeg', fill: { cameraNum: '1' }, expected: { painted: 22 } },
  {
    ...server,
    endpoint: 'footage.file',
    fill: async (ask) => {
      const { day, name } = firstMovie(await ask('footage.list', { cameraNum: 0, format: 'xml' }));
      return { cameraNum: '0', date: day, filename: name };
    },
    expected: { bytes: other, hex: mp4 },
  },
  {
    ...server,
    endpoint: 'video.rtsp',
    fill: { cameraNum: '0' },
    expected: { problem: elsewhere, request: 'GET /++stream?', asked: 0 },
  },

  {
    ...older,
    endpoint: 'live.page',
    fill: { cameraNum: '0' },
    expected: { texts: [page, 'alt="Counter"'] },
  },
  { ...older, endpoint: 'picture.still', fill: { cameraNum: '0' }, expected: { painted: 31 } },
  { ...older, endpoint: 'video.jpeg', fill: { cameraNum: '1' }, expected: { painted: 32 } },
  {
    ...older,
    endpoint: 'camera.status',
    fill: { cameraNum: '0' },
    expected: { texts: ['PASSIVE'] },
  },
  {
    ...older,
    endpoint: 'footage.list',
    fill: { cameraNum: '0' },
    expected: { texts: ['Captured files', 'gmt-offset'] },
  },
  {
    ...older,
    endpoint: 'footage.file',
    fill: async (ask) => {
      const { day, name } = firstMovie(await ask('footage.list', { cameraNum: 0, format: 'xml' }));
      return { camera: '0', day, name };
    },
    expected: { bytes: other, hex: mp4 },
  },

  { ...standard, endpoint: 'picture.snapshot', expected: { painted: 41 } },
  {
    ...standard,
    endpoint: 'events.monitor',
    expected: { texts: ['--eventdata', 'Motion:Enabled=1;'] },
  },
  {
    ...standard,
    endpoint: 'rtsp.h264',
    expected: { problem: elsewhere, request: 'GET /h264', asked: 0 },
  },
  {
    ...standard,
    endpoint: 'ptz.position',
    expected: { texts: ['pan=0.0', 'focus=5000'] },
  },
  {
    ...standard,
    endpoint: 'storage.download',
    fill: async (ask) => {
      const [filename = ''] = (await ask('storage.list', { action: 'list' })).split('\t');
      return { filename };
    },
    expected: { bytes: other, hex: '52 49 46 46' },
  },
  {
    ...standard,
    endpoint: 'parameters.list',
    fill: { group: 'Brand' },
    expected: { row: ['Brand.ProdNbr', '820W2-N1'] },
  },

  { ...camera, endpoint: 'picture.snapshot', expected: { painted: 11 } },
  { ...camera, endpoint: 'picture.mjpeg', expected: { painted: 11 } },
  { ...camera, endpoint: 'status.read', expected: { row: ['alias', 'Roof'] } },
  {
    ...camera,
    endpoint: 'camera.contrast',
    fill: { value: '4' },
    expected: { texts: ['ok.'] },
  },

  {
    ...bare,
    endpoint: 'address.read',
    fill: { target: 'videostream.cgi' },
    expected: { painted: 11 },
  },
];

/** Of each make of device one parameter with a documented range. */
export const refusedCases: readonly RefusedCase[] = [
  {
    ...recorder,
    endpoint: 'system.hdd-smart',
    fill: {},
    field: 'indent',
    range: [0, 8],
    outside: 9,
    inside: 8,
  },
  {
    ...server,
    endpoint: 'image',
    fill: { cameraNum: '0' },
    field: 'quality',
    range: [1, 100],
    outside: 101,
    inside: 100,
  },
  {
    ...older,
    endpoint: 'picture.still',
    fill: { cameraNum: '0' },
    field: 'quality',
    range: [0, 100],
    outside: 101,
    inside: 100,
  },
  {
    ...standard,
    endpoint: 'ptz.zoom',
    fill: {},
    field: 'continuouszoommove',
    range: [-100, 100],
    outside: -101,
    inside: 0,
  },
  {
    ...camera,
    endpoint: 'camera.brightness',
    fill: {},
    field: 'value',
    range: [0, 255],
    outside: 256,
    inside: 128,
  },
];
