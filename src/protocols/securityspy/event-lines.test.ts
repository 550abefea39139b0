import { describe, expect, it } from 'vitest';
import { readEventLines } from './event-lines.ts';
import { eventLines } from './fixtures/events.ts';
import { triggerReasons } from './trigger-reasons.ts';

const factOf = (rest: string) => readEventLines(`20251121120000 1 3 ${rest}`, 0)[0]?.fact;

describe('readEventLines', () => {
  it('reads every documented kind of event', () => {
    expect(readEventLines(eventLines, 0).map(({ fact }) => fact)).toEqual([
      { kind: 'armed', mode: 'continuous-capture' },
      { kind: 'disarmed', mode: 'motion-capture' },
      { kind: 'armed', mode: 'actions' },
      { kind: 'motion', box: { x: 760, y: 423, width: 320, height: 296 } },
      {
        kind: 'classify',
        percentages: new Map([
          ['human', 97],
          ['vehicle', 16],
        ]),
      },
      { kind: 'trigger', mode: 'motion-capture', reasons: ['video-motion', 'human'] },
      { kind: 'trigger', mode: 'actions', reasons: ['animal-departure'] },
      { kind: 'heartbeat' },
      { kind: 'motion-end' },
      {
        kind: 'file',
        path: '/Volumes/Disk 1/Gate/2025-11-21/21-11-2025 12-00-26 M Gate.m4v',
      },
      { kind: 'error', codes: [10, 835], description: 'Error communicating with the device.' },
      { kind: 'offline' },
      { kind: 'online' },
      { kind: 'config-change' },
    ]);
  });

  it('knows the cameras, in the older spelling too, and what is of none', () => {
    const channels = readEventLines(eventLines, 0).map(({ channel }) => channel);
    expect(channels.slice(5, 8)).toEqual(['3', '3', undefined]);
    expect(channels[10]).toBe('0');
  });

  it.each([
    [0, Date.UTC(2025, 10, 21, 12)],
    [330, Date.UTC(2025, 10, 21, 6, 30)],
    [-480, Date.UTC(2025, 10, 21, 20)],
  ])('reads local time %i minutes east as an instant', (offset, atMs) => {
    expect(readEventLines('20251121120000 5 X NULL', offset)).toEqual([
      { atMs, count: 5, channel: undefined, fact: { kind: 'heartbeat' } },
    ]);
  });

  it.each(['\n', '\r', '\r\n'])('reads lines that end in %j', (end) => {
    expect(readEventLines(eventLines.replaceAll('\n', end), 0)).toHaveLength(14);
  });

  it.each([
    '',
    'NULL',
    '20251121120000 1 3',
    '20251121120000 1 3 DELIVERED',
    '20251121120000 x 3 ONLINE',
    '20251121120000 1 Y ONLINE',
    '20251321120000 1 3 ONLINE',
    '2025112112000 1 3 ONLINE',
    '20251121120000 1 3 ARM_X',
    '<html>',
  ])('passes over %j', (line) => {
    expect(readEventLines(`${line}\n20251121120000 2 X NULL\n`, 0)).toHaveLength(1);
  });

  it.each([
    ['MOTION', { kind: 'motion', box: undefined }],
    ['MOTION 1 2 3', { kind: 'motion', box: undefined }],
    ['CLASSIFY', { kind: 'classify', percentages: new Map() }],
    [
      'CLASSIFY ANIMAL 5 DELIVERY_VAN 61',
      {
        kind: 'classify',
        percentages: new Map([
          ['animal', 5],
          ['delivery_van', 61],
        ]),
      },
    ],
    ['TRIGGER_M', { kind: 'trigger', mode: 'motion-capture', reasons: [] }],
    ['FILE', { kind: 'file', path: '' }],
    ['ERROR', { kind: 'error', codes: [], description: '' }],
    ['ERROR 42 No route', { kind: 'error', codes: [42], description: 'No route' }],
    ['ERROR No route', { kind: 'error', codes: [], description: 'No route' }],
  ])('reads %s, whatever it leaves out', (line, fact) => {
    expect(factOf(line)).toEqual(fact);
  });
});

describe('triggerReasons', () => {
  it('has a reason for each of the seventeen bits, and for none beyond', () => {
    const each = Array.from({ length: 17 }, (_, bit) => triggerReasons(2 ** bit));
    expect(each.every((reasons) => reasons.length === 1)).toBe(true);
    expect(new Set(each.flat()).size).toBe(17);
    expect(triggerReasons(2 ** 17)).toEqual([]);
    expect(triggerReasons(0)).toEqual([]);
  });
});
