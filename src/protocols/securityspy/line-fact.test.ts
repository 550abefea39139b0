import { describe, expect, it } from 'vitest';
import { readEventLine } from '../parsing/event-line.ts';
import { eventLines } from './fixtures/events.ts';
import { readLineFact } from './line-fact.ts';
import { triggerReasons } from './trigger-reasons.ts';

function factOf(text: string) {
  const line = readEventLine(text);
  return line && readLineFact(line.name, line.info);
}

describe('readLineFact', () => {
  it('reads every documented kind of event', () => {
    expect(eventLines.trimEnd().split('\n').map(factOf)).toEqual([
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

  it.each(['', 'DELIVERED', 'ARM_X', 'MOTIONS'])('has no fact for %j', (name) => {
    expect(readLineFact(name, '')).toBeUndefined();
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
    expect(factOf(`20251121120000 1 3 ${line}`)).toEqual(fact);
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
