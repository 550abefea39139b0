import { describe, expect, it } from 'vitest';
import '../../messages/words-for-tests.ts';
import { readDraft } from './read-draft.ts';
import { deliveredRule, draftOf, newRule, type RuleDraft } from './rule-draft.ts';
import { hoursText } from './rule-words.ts';

const draft = (over: Partial<RuleDraft>): RuleDraft => ({
  ...draftOf(newRule),
  name: 'A',
  ...over,
});
const hours = (from: string, to: string, days = [1]) =>
  draft({ always: false, hours: [{ key: 'k', days, from, to }] });

it('reads back what it was made of', () => {
  const content = {
    ...newRule,
    name: 'Plates',
    topic: 'plate' as const,
    condition: { ...newRule.condition, plates: ['QX 77', 'AB-1'] },
    hours: [{ days: [6, 0], fromMinute: 1320, toMinute: 1440 }],
  };
  expect(readDraft(draftOf(content), false).content).toEqual(content);
  const delivered = deliveredRule('lost-view');
  expect(delivered && readDraft(draftOf(delivered), true).content).toEqual(delivered);
  expect(deliveredRule('made')).toBeNull();
});

it('keeps only conditions that fit what the rule is about', () => {
  const { content } = readDraft(draft({ topic: 'call', leastPercent: '5', plates: 'X' }), false);
  expect(content?.condition).toEqual(newRule.condition);
});

describe('hours', () => {
  it('may pass midnight, end with the day, or fill it', () => {
    const read = (from: string, to: string) => {
      const [row] = readDraft(hours(from, to), false).content?.hours ?? [];
      return [row?.fromMinute, row?.toMinute];
    };
    expect(read('22:00', '06:00')).toEqual([1320, 360]);
    expect(read('22:00', '00:00')).toEqual([1320, 1440]);
    expect(read('00:00', '00:00')).toEqual([0, 1440]);
  });

  it.each([
    [hours('22:00', '22:00'), 'hours.k'],
    [hours('', '06:00'), 'hours.k'],
    [hours('22:00', '06:00', []), 'hours.k'],
    [draft({ always: false, hours: [] }), 'hours'],
    [draft({ name: ' ' }), 'name'],
    [draft({ everywhere: false, cameraIds: [] }), 'cameras'],
    [draft({ leastSeconds: 'soon' }), 'seconds'],
    [draft({ topic: 'plate', plates: '---' }), 'plates'],
    [draft({ topic: 'parking' }), 'full'],
  ])('and other fields say where they are wrong (%#)', (wrong, place) => {
    const { faults } = readDraft(wrong, false);
    expect(Object.keys(faults ?? {})).toEqual([place]);
    expect(faults?.[place]).not.toBe('');
  });

  it('are told in words', () => {
    const row = { fromMinute: 480, toMinute: 1440 };
    expect(hoursText([])).toBe('Always');
    expect(hoursText([{ days: [1, 2, 3, 4, 5, 6, 0], ...row }])).toBe('Every day 08:00 to 24:00');
    expect(hoursText([{ days: [0, 1, 3], ...row }])).toBe('Mon, Wed, Sun 08:00 to 24:00');
  });
});
