import { describe, expect, it } from 'vitest';
import { readEventLine } from './event-line.ts';

describe('readEventLine', () => {
  it('reads time, number, camera, kind and what follows', () => {
    expect(readEventLine('20251121120026 3 5 MOTION 760 423 320 296')).toEqual({
      localMs: Date.UTC(2025, 10, 21, 12, 0, 26),
      count: 3,
      channel: '5',
      name: 'MOTION',
      info: '760 423 320 296',
    });
  });

  it.each([
    ['X', undefined],
    ['0', '0'],
    ['CAM03', '3'],
    ['CAM15', '15'],
  ])('reads camera %s', (written, channel) => {
    expect(readEventLine(`20251121120000 1 ${written} NULL`)?.channel).toBe(channel);
  });

  it.each([
    '',
    'NULL',
    '20251121120000 1 3',
    '20251121120000 x 3 ONLINE',
    '20251121120000 1 Y ONLINE',
    '20251321120000 1 3 ONLINE',
    '2025112112000 1 3 ONLINE',
    '<html>',
  ])('is none: %j', (line) => {
    expect(readEventLine(line)).toBeUndefined();
  });
});
