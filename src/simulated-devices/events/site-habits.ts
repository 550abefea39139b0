import type { SpokenProtocol } from '../device.ts';
import type { EventOrder } from './event-order.ts';

export type Range = readonly [least: number, most: number];

/** One event of something that takes a while. */
export interface HabitStep extends EventOrder {
  readonly afterSeconds: number;
}

/** Something that happens again and again on a site. */
export interface SiteHabit {
  readonly firstSeconds: Range;
  readonly everySeconds: Range;
  play(random: () => number): readonly HabitStep[];
}

const recorderChannels = 8;
const serverCameras = 6;
const humanReason = 128;
/** Channels with people before them, and with cars. */
const peopled = [2, 3, 5, 6, 7] as const;
const driven = [1, 4, 5] as const;
const colours = ['black', 'white', 'gray', 'red', 'blue', 'green'] as const;
const plateLetters = 'ABCDEFGHJKLMNPRSTUVWXYZ';

function oneOf<T>(list: readonly T[], random: () => number): T {
  const [first] = list.slice(Math.floor(random() * list.length));
  return first as T;
}

function step(
  afterSeconds: number,
  kind: string,
  fields: EventOrder['fields'] = {},
  channel?: number,
): HabitStep {
  return { afterSeconds, kind, fields, ...(channel === undefined ? {} : { channel }) };
}

/** Three letters and three digits, as in the samples of the document. */
function plateText(random: () => number): string {
  const letters = [0, 1, 2].map(() => oneOf([...plateLetters], random)).join('');
  return `${letters}${String(Math.floor(random() * 1000)).padStart(3, '0')}`;
}

function human(random: () => number): EventOrder['fields'] {
  const garment = (type: string) => ({
    ...{ type, length: oneOf(['short', 'long'], random) },
    colors: [oneOf(colours, random)],
  });
  return {
    type: 'human',
    likelihood: Math.round(620 + random() * 360) / 10,
    attributes: {
      gender: oneOf(['female', 'male'], random),
      ...{ hat: random() < 0.3, bag: random() < 0.4 },
      clothes: [garment('tops'), garment('bottoms')],
    },
  };
}

function vehicle(random: () => number): EventOrder['fields'] {
  return {
    type: 'vehicle',
    likelihood: Math.round(800 + random() * 195) / 10,
    attributes: {
      vehicleType: oneOf(['car', 'car', 'truck', 'bicycle'], random),
      colors: [oneOf(colours, random)],
    },
  };
}

const recorder: readonly SiteHabit[] = [
  {
    ...{ firstSeconds: [4, 10], everySeconds: [9, 22] },
    play: (random) => {
      const channel = 1 + Math.floor(random() * recorderChannels);
      return [
        step(0, 'motion', { on: true }, channel),
        step(4 + random() * 8, 'motion', { on: false }, channel),
      ];
    },
  },
  {
    ...{ firstSeconds: [12, 25], everySeconds: [20, 45] },
    play: (random) =>
      random() < 0.7
        ? [step(0, 'object', human(random), oneOf(peopled, random))]
        : [step(0, 'object', vehicle(random), oneOf(driven, random))],
  },
  {
    ...{ firstSeconds: [20, 40], everySeconds: [100, 200] },
    play: (random) => {
      const score = Math.round(86 + random() * 13);
      return [
        step(0, 'plate', { plate: plateText(random), direction: 'entry', score }, 1),
        step(6, 'parking'),
      ];
    },
  },
  {
    ...{ firstSeconds: [70, 110], everySeconds: [100, 200] },
    play: (random) => [
      step(0, 'plate', { plate: plateText(random), direction: 'exit' }, 1),
      step(4, 'parking', { leaves: true }),
    ],
  },
  {
    ...{ firstSeconds: [60, 120], everySeconds: [220, 280] },
    play: (random) => [
      step(0, 'call', { on: true }),
      step(15 + random() * 20, 'call', { on: false }),
    ],
  },
  {
    ...{ firstSeconds: [130, 180], everySeconds: [230, 290] },
    play: (random) => {
      const channel = oneOf(peopled, random);
      const lasts = 20 + random() * 20;
      return [
        step(0, 'recording', { on: false }, channel),
        step(lasts, 'recording', { on: true }, channel),
        step(lasts + 1, 'system', {
          param: { storagePath: 'D%3A%5CrecData%5C', statusCode: 0 },
        }),
      ];
    },
  },
];

const videoServer: readonly SiteHabit[] = [
  {
    ...{ firstSeconds: [8, 16], everySeconds: [25, 60] },
    play: (random) => {
      const camera = Math.floor(random() * serverCameras);
      const isHuman = random() < 0.8;
      const sure = Math.round(75 + random() * 24);
      const lasts = 5 + random() * 6;
      return [
        step(0, 'motion', {}, camera),
        step(1, 'classify', isHuman ? { human: sure } : { human: 2, vehicle: sure }, camera),
        step(1.2, 'trigger', { reason: humanReason }, camera),
        step(lasts, 'motion', { on: false }, camera),
      ];
    },
  },
];

const networkCamera: readonly SiteHabit[] = [
  {
    ...{ firstSeconds: [15, 60], everySeconds: [60, 150] },
    play: (random) => [
      step(0, 'motion', { on: true }),
      step(5 + random() * 6, 'motion', { on: false }),
    ],
  },
];

const olderServer: readonly SiteHabit[] = [
  {
    ...{ firstSeconds: [30, 60], everySeconds: [80, 160] },
    play: (random) => [step(0, 'motion', {}, Math.floor(random() * 3))],
  },
];

/** What is at home with a protocol; the standard cameras follow the clock anyhow. */
export function habitsOf(protocol: SpokenProtocol): readonly SiteHabit[] {
  switch (protocol) {
    case 'tsapi':
      return recorder;
    case 'securityspy':
      return videoServer;
    case 'securityspy-legacy':
      return olderServer;
    case 'ipcam':
      return networkCamera;
    case 'ipcamera':
      return [];
  }
}
