import { describe, expect, it, vi } from 'vitest';
import { anyCondition, defaultRules, holdsAt, meetsCondition, plainPlate } from './alarm-rule.ts';
import type { EventFact, ObjectFact } from './device-event.ts';

const human: ObjectFact = {
  topic: 'object',
  kind: 'human',
  likelihood: 74.8,
  attributes: {},
  clothes: [],
  colours: [],
  boxes: [],
  linked: [],
};

describe('a condition', () => {
  it.each([
    ['any object', human, {}, true],
    ['another kind', human, { objectKinds: ['vehicle'] }, false],
    ['sure enough', human, { leastPercent: 70 }, true],
    ['not sure enough', human, { leastPercent: 80 }, false],
    ['how sure is not told', { ...human, likelihood: undefined }, { leastPercent: 80 }, true],
    ['motion that ended', { topic: 'motion', active: false, boxes: [] }, {}, false],
    [
      'a lot that is nearly full',
      {
        topic: 'parking',
        lots: [{ id: '1', name: '', kind: 'counter', count: 95, most: 100, members: [] }],
      },
      { leastFullPercent: 95 },
      true,
    ],
    [
      'a notice',
      {
        topic: 'system',
        code: '30',
        name: 'Storage path changed',
        severity: 'notice',
        parameters: {},
      },
      { seriousOnly: true },
      false,
    ],
    ['not recording', { topic: 'recording', streaming: true, recording: false }, {}, true],
    ['nothing to record', { topic: 'recording', streaming: false, recording: false }, {}, false],
  ] as [string, EventFact, object, boolean][])('on %s', (_, fact, condition, met) => {
    expect(meetsCondition(fact, { ...anyCondition, ...condition })).toBe(met);
  });

  it('compares plates without what is written between', () => {
    const fact: EventFact = {
      topic: 'plate',
      plate: 'dsp-963',
      zoneCode: '1-1-7',
      zoneName: 'B1',
      linked: [],
      parkingLots: {},
    };
    expect(meetsCondition(fact, { ...anyCondition, plates: ['DSP 963'] })).toBe(true);
    expect(meetsCondition(fact, { ...anyCondition, plates: ['DSP 964'] })).toBe(false);
    expect(plainPlate('12가 3456')).toBe('12가3456');
  });

  it('does not read a long list anew at each plate', () => {
    const plates = Array.from({ length: 1000 }, (_, index) => `AB ${index}`);
    const read = vi.spyOn(plates, 'map');
    const fact = { topic: 'plate', plate: 'ab-999', zoneCode: '', zoneName: '' } as const;
    for (let event = 0; event < 100; event += 1) {
      expect(meetsCondition(fact, { ...anyCondition, plates })).toBe(true);
    }
    expect(read).toHaveBeenCalledTimes(1);
  });
});

describe('hours', () => {
  const [rule] = defaultRules;
  const night = { days: [5], fromMinute: 22 * 60, toMinute: 6 * 60 };
  it.each([
    ['Friday at 23:00', 5, 23 * 60, true],
    ['Saturday at 05:59', 6, 5 * 60 + 59, true],
    ['Saturday at 06:00', 6, 6 * 60, false],
    ['Friday at 05:00', 5, 5 * 60, false],
  ])('past midnight: %s', (_, weekday, minute, holds) => {
    expect(rule && holdsAt({ ...rule, hours: [night] }, weekday, minute)).toBe(holds);
  });

  it('hold always where there are none', () => {
    expect(rule && holdsAt(rule, 0, 0)).toBe(true);
  });
});
