import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import type { EventReader } from '../event-operations.ts';
import { fakeLink } from '../fake-link.ts';
import { edits, mutated } from '../parsing/mutated-bodies.ts';
import { recordingLink } from '../recording-link.ts';
import { events } from './events.ts';
import { eventLines } from './fixtures/events.ts';
import { systemInfoJson } from './fixtures/system-info.ts';
import { triggerReasons } from './trigger-reasons.ts';

const info = (offsetSeconds: number) => ({
  text: JSON.stringify({ server: { version: '6.20', 'seconds-from-gmt': offsetSeconds } }),
});
const atMs = (time: string) => Date.parse(`2025-11-21T${time}Z`);
const receivedAtMs = atMs('12:00:30');

async function readers(offsetSeconds = 0): Promise<readonly (() => EventReader)[]> {
  const link = fakeLink({ answers: { 'system.info': info(offsetSeconds) } });
  return (await events.subscribeEvents(link)).map(({ reader }) => reader);
}

async function newReader(offsetSeconds = 0): Promise<EventReader> {
  const [reader] = await readers(offsetSeconds);
  return reader?.() ?? expect.fail('no way to listen');
}

const line = (time: string, count: number, rest: string) =>
  `20251121${time.replaceAll(':', '')} ${count} ${rest}\n`;

describe('subscribing', () => {
  it('offers lines first and parts second, which are silent for two beats at most', async () => {
    const { link, calls } = recordingLink({ answers: { 'system.info': { text: systemInfoJson } } });
    const ways = await events.subscribeEvents(link);
    expect(calls).toEqual(['system.info?format=json']);
    expect(ways.map(({ kind, call, silenceMs }) => [kind, call.endpoint.id, silenceMs])).toEqual([
      ['stream', 'events.text', 25_000],
      ['stream', 'events.multipart', 25_000],
    ]);
    for (const { call } of ways)
      expect(call.endpoint.query.safeParse(call.query).success).toBe(true);
  });

  it('fails where nothing tells the zone', async () => {
    await expect(events.subscribeEvents(fakeLink({}))).rejects.toBeInstanceOf(DeviceError);
  });
});

describe('events of the documented kinds', () => {
  it('are read with all that they say', async () => {
    const reader = await newReader();
    const motion = { channel: '3', deviceAtMs: atMs('12:00:26') };
    const incident = `motion-3-${motion.deviceAtMs}-3`;
    const bare = { attributes: {}, clothes: [], colours: [], boxes: [], linked: [] };
    expect(reader.read(eventLines, receivedAtMs)).toEqual([
      {
        channel: '3',
        deviceAtMs: atMs('12:00:00'),
        fact: { topic: 'arming', mode: 'continuous', armed: true },
      },
      {
        channel: '3',
        deviceAtMs: atMs('12:00:00'),
        fact: { topic: 'arming', mode: 'motion', armed: false },
      },
      {
        channel: '3',
        deviceAtMs: atMs('12:00:01'),
        fact: { topic: 'arming', mode: 'actions', armed: true },
      },
      {
        ...motion,
        incident,
        fact: {
          topic: 'motion',
          active: true,
          boxes: [{ x: 760, y: 423, width: 320, height: 296, unit: 'pixel' }],
        },
      },
      {
        ...motion,
        incident: `${incident}-human`,
        fact: { topic: 'object', kind: 'human', likelihood: 97, ...bare },
      },
      {
        ...motion,
        incident: `${incident}-trigger-motion-capture`,
        fact: { topic: 'trigger', mode: 'motion', reasons: ['video-motion', 'human'] },
      },
      {
        channel: '3',
        deviceAtMs: atMs('12:00:27'),
        incident: `${incident}-trigger-actions`,
        fact: { topic: 'trigger', mode: 'actions', reasons: ['animal-departure'] },
      },
      {
        ...motion,
        deviceEndMs: atMs('12:00:36'),
        incident,
        fact: { topic: 'motion', active: false, boxes: [] },
      },
      {
        channel: '3',
        deviceAtMs: atMs('12:00:50'),
        incident: 'file-3-21-11-2025 12-00-26 M Gate.m4v',
        fact: { topic: 'file', path: '21-11-2025 12-00-26 M Gate.m4v' },
      },
      {
        channel: '0',
        deviceAtMs: atMs('12:00:55'),
        fact: {
          topic: 'system',
          code: '10,835',
          name: 'Error communicating with the device.',
          severity: 'notice',
          parameters: {},
        },
      },
      {
        channel: '0',
        deviceAtMs: atMs('12:00:55'),
        fact: { topic: 'channel', change: 'state', state: 'no-response' },
      },
      {
        channel: '0',
        deviceAtMs: atMs('12:00:56'),
        fact: { topic: 'channel', change: 'state', state: 'connected' },
      },
      {
        channel: undefined,
        deviceAtMs: atMs('12:00:57'),
        fact: { topic: 'channel', change: 'settings-changed' },
      },
    ]);
    expect([reader.unread, reader.lost]).toEqual([0, 0]);
  });

  it.each(['\n', '\r', '\r\n'])('are the same cut anywhere, with %j between', async (end) => {
    const whole = (await newReader()).read(eventLines, receivedAtMs);
    const text = eventLines.replaceAll('\n', end);
    for (const size of [1, 7, 100]) {
      const reader = await newReader();
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(pieces.flatMap((piece) => reader.read(piece, receivedAtMs))).toEqual(whole);
    }
  });

  it('are the same as parts', async () => {
    const [, parts] = await readers();
    const reader = parts?.();
    const text = eventLines.replaceAll(
      /(.+)\n/g,
      '--ssEventBoundary\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\n$1\r\n',
    );
    expect(reader?.read(text, receivedAtMs)).toHaveLength(13);
    expect(reader?.unread).toBe(0);
  });

  it.each(Array.from({ length: 17 }, (_, bit) => [bit, triggerReasons(2 ** bit)] as const))(
    'have reason %i of a trigger: %s',
    async (bit, reasons) => {
      const [event] = (await newReader()).read(
        line('12:00:30', 0, `CAM15 TRIGGER_A ${2 ** bit}`),
        receivedAtMs,
      );
      expect(event?.channel).toBe('15');
      expect(event?.fact).toEqual({ topic: 'trigger', mode: 'actions', reasons });
    },
  );

  it('are of the zone of the server', async () => {
    const reader = await newReader(19_800);
    const [event] = reader.read('20251121173030 0 3 ONLINE\n', receivedAtMs);
    expect(event?.deviceAtMs).toBe(receivedAtMs);
  });
});

describe('one connection', () => {
  it('counts what never came, and what it cannot read', async () => {
    const reader = await newReader();
    const rest = [0, 1, 5, 6].map((count) => line('12:00:30', count, 'X NULL'));
    reader.read(
      [...rest, line('12:00:31', 7, '3 DELIVERED BOX'), 'garbage\n'].join(''),
      receivedAtMs,
    );
    expect([reader.unread, reader.lost]).toEqual([2, 3]);
    reader.read(line('12:00:31', 0, 'X NULL') + line('12:00:31', 2, 'X NULL'), receivedAtMs);
    expect(reader.lost).toBe(4);
    expect((await newReader()).lost).toBe(0);
  });

  it('keeps one incident from the first motion to its end, and begins another after it', async () => {
    const reader = await newReader();
    const text =
      line('12:00:01', 0, '3 MOTION 1 2 3 4') +
      line('12:00:02', 1, '3 MOTION') +
      line('12:00:02', 2, '4 MOTION 1 2 3 4') +
      line('12:00:03', 3, '3 MOTION_END') +
      line('12:00:03', 4, '3 MOTION 1 2 3 4');
    const incidents = reader.read(text, receivedAtMs).map(({ incident }) => incident);
    expect(incidents[1]).toBe(incidents[0]);
    expect(incidents[3]).toBe(incidents[0]);
    expect(new Set(incidents).size).toBe(3);
  });

  it('ends an incident whose end never comes, when it was last heard of', async () => {
    const reader = await newReader();
    reader.read(line('12:00:01', 0, '3 MOTION') + line('12:00:20', 1, '3 MOTION'), receivedAtMs);
    expect(reader.read(line('12:01:30', 2, 'X NULL'), receivedAtMs + 60_000)).toEqual([]);
    const [end] = reader.read(line('12:01:31', 3, 'X NULL'), receivedAtMs + 60_001);
    expect(end).toMatchObject({
      channel: '3',
      deviceAtMs: atMs('12:00:01'),
      deviceEndMs: atMs('12:00:20'),
      fact: { topic: 'motion', active: false },
    });
  });

  it('tells of an end without a beginning', async () => {
    const [end] = (await newReader()).read(line('12:00:01', 0, '3 MOTION_END'), receivedAtMs);
    expect(end).toEqual({
      channel: '3',
      deviceAtMs: atMs('12:00:01'),
      fact: { topic: 'motion', active: false, boxes: [] },
    });
  });

  it('takes for an object what is rather there than not', async () => {
    const text = line('12:00:01', 0, '3 CLASSIFY HUMAN 49 VEHICLE 50 ANIMAL -99 DELIVERY_VAN 61');
    const facts = (await newReader()).read(text, receivedAtMs).map(({ fact }) => fact);
    expect(facts).toMatchObject([
      { kind: 'vehicle', likelihood: 50 },
      { kind: 'delivery_van', likelihood: 61 },
    ]);
  });

  it('lets no address out, and takes an error of no camera as serious', async () => {
    const text = line(
      '12:00:01',
      0,
      'X ERROR 42 No answer of rtsp://guard:secret@192.0.2.1/live now',
    );
    const [event] = (await newReader()).read(text, receivedAtMs);
    expect(event?.fact).toMatchObject({ name: 'No answer of … now', severity: 'serious' });
  });

  it('reads two thousand mutated streams, whatever stands in them', async () => {
    const reader = await newReader();
    fc.assert(
      fc.property(edits, fc.nat({ max: 400 }), (changes, at) => {
        const text = mutated(eventLines, changes);
        reader.read(text.slice(0, at), receivedAtMs);
        reader.read(`${text.slice(at)}\n`, receivedAtMs);
      }),
      { seed: 20_251_121, numRuns: 2000 },
    );
    expect(reader.unread).toBeGreaterThan(1000);
    const end = line('12:00:30', 0, '3 ONLINE');
    expect(reader.read(end, receivedAtMs).at(-1)?.fact).toMatchObject({ topic: 'channel' });
  });
});

describe('setting off motion', () => {
  it('asks for the one camera', async () => {
    const { link, calls } = recordingLink({ answers: { 'motion.trigger': { text: 'OK' } } });
    await events.triggerMotion(link, '3');
    expect(calls).toEqual(['motion.trigger?cameraNum=3']);
    await expect(events.triggerMotion(link, '-1')).rejects.toMatchObject({ reason: 'not-found' });
    expect(calls).toHaveLength(1);
  });
});
