import { expect, it } from 'vitest';
import type { EventFact, ObjectFact } from '../../domain/device-event.ts';
import { normalise } from './normalise.ts';
import { eventOf, motion, recorder, startMs } from './test-journal.ts';

const hourMs = 3_600_000;
const ahead = { device: recorder({ clockSkewMs: hourMs }), receivedAtMs: startMs };

it('takes the known offset off the clock of a device, and keeps both times', () => {
  const event = eventOf(
    { deviceAtMs: startMs + hourMs - 3000, deviceEndMs: startMs + hourMs },
    ahead,
  );
  expect(event).toMatchObject({
    atMs: startMs - 3000,
    endMs: startMs,
    deviceAtMs: startMs + hourMs - 3000,
    clockOffsetMs: hourMs,
    receivedAtMs: startMs,
  });
});

it('takes the moment of arrival where nobody knows how the clock of the device goes', () => {
  const event = eventOf({ deviceAtMs: startMs - hourMs });
  expect(event).toMatchObject({ atMs: startMs, deviceAtMs: startMs - hourMs });
  expect(event).not.toHaveProperty('clockOffsetMs');
});

it('lets nothing happen after it was heard of', () => {
  expect(eventOf({ deviceAtMs: startMs + 2 * hourMs }, ahead).atMs).toBe(startMs);
});

it('takes the time of a log as it stands there', () => {
  const event = eventOf({ deviceAtMs: startMs - hourMs }, { isLate: true });
  expect(event).toMatchObject({ atMs: startMs - hourMs, isLate: true });
});

it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300])('passes over the time %s', (deviceAtMs) => {
  expect(eventOf({ deviceAtMs })).not.toHaveProperty('deviceAtMs');
});

it('names our cameras in place of channels, and the name of a file in place of its path', () => {
  expect(eventOf({ channel: '2' })).toMatchObject({ cameraId: 'd1-c2', cameraName: 'Gate 2' });
  expect(eventOf({ channel: '9' })).toMatchObject({ cameraId: null, cameraName: '' });
  const file: EventFact = { topic: 'file', path: '/Volumes/Disk/2026/Gate 1.m4v' };
  expect(eventOf({ fact: file }).fact).toEqual({ topic: 'file', name: 'Gate 1.m4v' });
});

const face: ObjectFact = {
  topic: 'object',
  kind: 'face',
  attributes: { glasses: false, age: 30 },
  clothes: [],
  colours: [],
  boxes: [{ x: 0, y: 0, width: 0.5, height: 0.5 }],
  linked: [{ channel: '1', title: 'Gate' }],
};

it('keeps a picture by its path on the device, and never an address', () => {
  const targets = [
    '/image/1.jpg?at=2',
    '//evil.example/x',
    'http://evil.example/x',
    '/a b',
    '/a\r\nb',
  ];
  const kept = targets.map((imageTarget) => eventOf({ fact: { ...face, imageTarget } }));
  expect(kept.map(({ imageTarget }) => imageTarget)).toEqual([
    targets[0],
    ...Array(4).fill(undefined),
  ]);
  expect(kept.map(({ hasImage }) => hasImage)).toEqual([true, false, false, false, false]);
  expect(JSON.stringify(kept.map(({ fact }) => fact))).not.toMatch(/image|evil/);
});

it('cleans and bounds every text, list and table that a device sends', () => {
  const { fact } = eventOf({
    fact: {
      ...face,
      kind: 'fa\u202ece\u0000',
      colours: Array.from({ length: 999 }, () => 'red'),
      attributes: { account: 'ftp://a:canary@b/', note: 'x'.repeat(9999) },
    },
  });
  expect(fact).toMatchObject({ kind: 'fa ce' });
  expect(JSON.stringify(fact)).not.toContain('canary');
  expect(JSON.stringify(fact).length).toBeLessThan(4000);
});

it('makes nothing of a fact that is larger than any that is meant', () => {
  const colours = Array.from({ length: 999 }, () => 'x'.repeat(9999));
  const reported = { channel: '1', fact: { ...face, colours } };
  expect(normalise(reported, { ...ahead, isLate: false })).toBeNull();
});

it('makes nothing of a fact that is none', () => {
  const fact = { topic: 'motion', active: 'yes', boxes: [{}] } as unknown as EventFact;
  expect(normalise({ channel: '1', fact }, { ...ahead, isLate: false })).toBeNull();
  expect(normalise({ fact: motion }, { ...ahead, isLate: false })).not.toBeNull();
});
