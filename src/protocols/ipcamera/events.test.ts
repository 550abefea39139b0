import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventReader } from '../event-operations.ts';
import { edits, mutated } from '../parsing/mutated-bodies.ts';
import { events } from './events.ts';
import { documentedEvents, documentedMonitoring } from './fixtures/documented-replies.ts';

async function newReader(kind: 'stream' | 'poll' = 'stream'): Promise<EventReader> {
  const ways = await events.subscribeEvents();
  return ways.find((way) => way.kind === kind)?.reader() ?? expect.fail('no way to listen');
}

const face = (boxes: readonly object[]) => ({
  topic: 'object',
  kind: 'face',
  attributes: {},
  clothes: [],
  colours: [],
  boxes,
  linked: [],
});
const motion = (active: boolean, more: object = {}) => ({
  channel: '1',
  fact: { topic: 'motion', active, boxes: [], ...more },
});
const twoFaces = [
  { x: 0.5, y: 0.4, width: 0.2, height: 0.3 },
  { x: 0.8, y: 0.1, width: 0.2, height: 0.3 },
];

describe('subscribing', () => {
  it('offers the stream first, and asking again and again where there is none', async () => {
    const ways = await events.subscribeEvents();
    expect(ways).toMatchObject([
      { kind: 'stream', call: { endpoint: { id: 'events.monitor' } }, silenceMs: 25_000 },
      {
        kind: 'poll',
        call: { endpoint: { id: 'events.read' } },
        watchedEveryMs: 1000,
        elseEveryMs: 5000,
      },
    ]);
    for (const { call } of ways)
      expect(call.endpoint.query.safeParse(call.query).success).toBe(true);
  });
});

describe('the documented examples', () => {
  const quiet = { isSnapshot: true, ...motion(false, { level: 0, area: 'Motion' }) };
  const quietly = { isSnapshot: true, ...motion(false, { area: 'Motion' }) };
  const seen = { channel: '1', incident: 'faces-0', isSnapshot: true, fact: face(twoFaces) };

  it.each([
    ['a window that is off', documentedEvents.motion, []],
    [
      'two windows',
      documentedEvents.twoMotions,
      [{ isSnapshot: true, ...motion(false, { level: 15, area: 'Motion2' }) }],
    ],
    ['contacts of inputs that are off', documentedEvents.io, [quiet]],
    ['chosen parameters', documentedEvents.chosenParameters, [quietly]],
    ['faces', documentedEvents.faces, [seen]],
    ['a stream of motion', documentedMonitoring.motion, [quiet]],
    ['a stream without faces', documentedMonitoring.faces, []],
    ['a stream of one kind of faces', documentedMonitoring.chosenFaces, []],
  ])('%s', async (_, text, expected) => {
    for (const kind of ['stream', 'poll'] as const) {
      const reader = await newReader(kind);
      expect(reader.read(text, 0)).toEqual(expected);
      expect(reader.unread).toBe(0);
    }
    const cut = await newReader();
    expect([...text].flatMap((letter) => cut.read(letter, 0))).toEqual(expected);
  });

  it('are eight', () => {
    const all = [...Object.values(documentedEvents), ...Object.values(documentedMonitoring)];
    expect(all).toHaveLength(8);
  });
});

describe('changes', () => {
  /** What each line changes, a second apart; the first is how things stood. */
  async function changes(...lines: readonly string[]) {
    const reader = await newReader();
    return lines.map((line, at) => reader.read(`${line}\r\n`, at * 1000));
  }

  it('are a motion that begins, grows and ends', async () => {
    const incident = 'Motion1-1000';
    expect(
      await changes(
        'Motion1:Enabled=1;Level=0;Sensitivity=80;Triggered=0;',
        'Motion1:Enabled=1;Level=30;Sensitivity=80;Triggered=1;',
        'Motion1:Enabled=1;Level=60;Sensitivity=80;Triggered=1;',
        'Motion1:Enabled=1;Level=60;Sensitivity=80;Triggered=1;',
        'Motion1:Enabled=1;Level=2;Sensitivity=80;Triggered=0;',
        'Motion1:Enabled=1;Level=1;Sensitivity=80;Triggered=0;',
      ),
    ).toEqual([
      [{ isSnapshot: true, ...motion(false, { level: 0, area: 'Motion1' }) }],
      [{ incident, ...motion(true, { level: 30, area: 'Motion1' }) }],
      [{ incident, ...motion(true, { level: 60, area: 'Motion1' }) }],
      [],
      [{ incident, ...motion(false, { level: 2, area: 'Motion1' }) }],
      [],
    ]);
  });

  it('are told once a second while they only grow, and at once where they end', async () => {
    const reader = await newReader();
    const line = (level: number, on: number) =>
      `Motion:Enabled=1;Level=${level};Triggered=${on};\n`;
    reader.read(line(0, 0), 0);
    const told = [
      reader.read(line(10, 1), 100),
      reader.read(line(20, 1), 600),
      reader.read(line(30, 1), 1100),
      reader.read(line(0, 0), 1200),
    ];
    expect(told.map(({ length }) => length)).toEqual([1, 0, 1, 1]);
  });

  it('end where the camera stops looking', async () => {
    const [first, second] = await changes('Motion:Enabled=1;Triggered=1;', 'Motion:Enabled=0;');
    expect(first).toMatchObject([{ incident: 'Motion-0', isSnapshot: true }]);
    expect(second).toEqual([{ incident: 'Motion-0', ...motion(false, { area: 'Motion' }) }]);
  });

  it('are tampering', async () => {
    const tampering = (active: boolean) => ({ channel: '1', fact: { topic: 'tampering', active } });
    const incident = 'tampering-1000';
    const off = 'T0:Enabled=1;Triggered=0;';
    expect(await changes(off, 'T0:Enabled=1;Triggered=1;', off, 'T0:Enabled=0;')).toEqual([
      [{ isSnapshot: true, ...tampering(false) }],
      [{ incident, ...tampering(true) }],
      [{ incident, ...tampering(false) }],
      [],
    ]);
  });

  it('are inputs that are on the watch, whichever contact rests', async () => {
    const input = (inputId: string, active: boolean) => ({
      channel: '1',
      fact: { topic: 'input', inputId, active },
    });
    expect(
      await changes(
        'IO:Status=03020002000000;',
        'IO:Status=03000002000200;',
        'IO:Status=03000002000201;',
        'IO:Status=03000002000000;',
      ),
    ).toEqual([
      [
        { isSnapshot: true, ...input('input-1', false) },
        { isSnapshot: true, ...input('input-2', false) },
      ],
      [{ incident: 'input-2-1000', ...input('input-2', true) }],
      [],
      [{ incident: 'input-2-1000', ...input('input-2', false) }],
    ]);
  });

  it('are faces that come and move; of their leaving nothing is told', async () => {
    const none = 'Face:Enabled=1;H264_Face=0;H264_2_Face=0;';
    const one = 'Face:Enabled=1;H264_Face=0;H264_2_Face=1 0.7_0.5_0.2_0.3;';
    const box = { x: 0.7, y: 0.5, width: 0.2, height: 0.3 };
    const seen = (atMs: number) => [{ channel: '1', incident: `faces-${atMs}`, fact: face([box]) }];
    expect(await changes(none, one, one, none, one)).toEqual([[], seen(1000), [], [], seen(4000)]);
  });
});

it.each([
  ['stream', documentedMonitoring.motion],
  ['stream', documentedMonitoring.faces],
  ['poll', documentedEvents.io],
  ['poll', documentedEvents.faces],
] as const)('reads two thousand mutated texts of a %s', async (kind, body) => {
  const reader = await newReader(kind);
  let atMs = 0;
  const property = fc.property(edits, (changes) => {
    atMs += 1000;
    reader.read(`${mutated(body, changes)}\n`, atMs);
  });
  fc.assert(property, { seed: 20_251_121, numRuns: 2000 });
  expect(reader.unread).toBeGreaterThan(500);
});
