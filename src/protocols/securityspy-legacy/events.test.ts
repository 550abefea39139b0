import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeLink } from '../fake-link.ts';
import { edits, mutated } from '../parsing/mutated-bodies.ts';
import { eventOperations } from './events.ts';
import { active, otherNumbers, passive } from './fixtures/camera-status.ts';
import { eventLines } from './fixtures/events.ts';
import { systemInfo } from './fixtures/system-info.ts';

const receivedAtMs = Date.parse('2019-02-10T15:53:43-08:00');
const atMs = (second: number) => Date.parse(`2019-02-10T15:53:${second}-08:00`);

const withList = fakeLink({ answers: { 'system.info': { text: systemInfo } } });
const withoutList = fakeLink({
  answers: {
    'camera.status': ({ cameraNum }) => (cameraNum === 2 ? { text: active } : { status: 404 }),
  },
});

async function newReader() {
  const [stream] = await eventOperations.subscribeEvents(withList);
  return stream?.reader() ?? expect.fail('no way to listen');
}

describe('subscribing', () => {
  it('offers the stream first, and the status of each camera where there is none', async () => {
    const ways = await eventOperations.subscribeEvents(withList);
    expect(ways).toMatchObject([
      { kind: 'stream', call: { query: { version: 2 } }, silenceMs: 25_000 },
      {
        kind: 'poll',
        watchedEveryMs: 1000,
        elseEveryMs: 5000,
        call: { query: { cameraNum: 0 } },
        further: [{ call: { query: { cameraNum: 2 } } }, { call: { query: { cameraNum: 4 } } }],
      },
    ]);
  });

  it('finds the cameras where the server has no list', async () => {
    const ways = await eventOperations.subscribeEvents(withoutList);
    expect(ways.at(1)).toMatchObject({ call: { query: { cameraNum: 2 } }, further: [] });
  });

  it('fails where no camera answers', async () => {
    const nothing = eventOperations.subscribeEvents(fakeLink({}));
    await expect(nothing).rejects.toMatchObject({ kind: 'unsupported' });
  });
});

describe('the stream', () => {
  it('is read with all that it says', async () => {
    const reader = await newReader();
    const incident = `motion-0-${atMs(30)}-3`;
    const moving = {
      channel: '0',
      deviceAtMs: atMs(30),
      incident,
      fact: { topic: 'motion', active: true, boxes: [] },
    };
    expect(reader.read(eventLines, receivedAtMs)).toEqual([
      { channel: '0', deviceAtMs: atMs(24), fact: { topic: 'arming', mode: 'all', armed: true } },
      { channel: '4', deviceAtMs: atMs(24), fact: { topic: 'arming', mode: 'all', armed: false } },
      moving,
      moving,
      {
        channel: '0',
        deviceAtMs: atMs(40),
        fact: { topic: 'file', path: '10-02-2019 15-53-30 M Porch.mov' },
      },
      {
        channel: '2',
        deviceAtMs: atMs(41),
        fact: {
          topic: 'system',
          code: '10,835',
          name: 'Error communicating with the device.',
          severity: 'notice',
          parameters: {},
        },
      },
      {
        channel: '2',
        deviceAtMs: atMs(41),
        fact: { topic: 'channel', change: 'state', state: 'no-response' },
      },
      {
        channel: '2',
        deviceAtMs: atMs(42),
        fact: { topic: 'channel', change: 'state', state: 'connected' },
      },
      {
        channel: undefined,
        deviceAtMs: atMs(43),
        fact: { topic: 'channel', change: 'settings-changed' },
      },
    ]);
    expect([reader.unread, reader.lost]).toEqual([0, 0]);
    const later = '20190210155500 11 X NULL\n20190210155501 12 X WHATEVER\n';
    expect(reader.read(later, receivedAtMs + 77_000)).toEqual([
      { ...moving, deviceEndMs: atMs(32), fact: { ...moving.fact, active: false } },
    ]);
    expect(reader.unread).toBe(1);
  });

  it.each([
    ['ERROR', '', ''],
    ['ERROR 42', '42', ''],
    ['ERROR No route', '', 'No route'],
  ])('reads %s', async (text, code, name) => {
    const [event] = (await newReader()).read(`20190210155343 0 X ${text}\n`, receivedAtMs);
    expect(event?.fact).toMatchObject({ code, name, severity: 'serious' });
  });

  it('reads two thousand mutated streams, whatever stands in them', async () => {
    const reader = await newReader();
    const property = fc.property(edits, (changes) => {
      reader.read(`${mutated(eventLines, changes)}\n`, receivedAtMs);
    });
    fc.assert(property, { seed: 20_251_121, numRuns: 2000 });
    expect(reader.unread).toBeGreaterThan(1000);
  });
});

describe('the status', () => {
  async function statusReader() {
    const poll = (await eventOperations.subscribeEvents(withoutList)).at(1);
    return poll?.reader() ?? expect.fail('no way to ask');
  }

  it('is a state at first, and then what has changed', async () => {
    const reader = await statusReader();
    const read = [active, active, passive, otherNumbers[1]].map((text) => reader.read(text, 0));
    const arming = (armed: boolean) => ({ topic: 'arming', mode: 'all', armed });
    expect(read).toEqual([
      [{ channel: '2', isSnapshot: true, fact: arming(true) }],
      [],
      [{ channel: '2', fact: arming(false) }],
      [{ channel: '2', fact: arming(true) }],
    ]);
  });

  it('is nothing that two thousand mutated replies could break', async () => {
    const reader = await statusReader();
    const property = fc.property(edits, (changes) => {
      reader.read(mutated(passive, changes), 0);
    });
    fc.assert(property, { seed: 20_251_121, numRuns: 2000 });
    expect(reader.unread).toBeGreaterThan(500);
    expect(reader.read(active, 0)).toHaveLength(1);
  });
});
