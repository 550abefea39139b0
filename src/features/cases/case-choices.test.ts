import { expect, it } from 'vitest';
import type { CaseLine } from '../../api/cases.ts';
import { choicesOf } from './case-choices.ts';
import { caseQueryOf } from './cases-place.ts';

const line = (title: string): CaseLine => ({
  ...{ id: title, title, by: { id: 'p1', name: 'Ada' }, createdAtMs: 0, changedAtMs: 0 },
  ...{ closed: null, beginning: '', counts: { bookmark: 0, export: 0, alarm: 0 } },
});
const titles = (text: string, isOld = false) =>
  choicesOf([line('Theft at the wall'), line('White van')], text, isOld).map((choice) =>
    choice.kind === 'new' ? `new ${choice.title}` : choice.line.title,
  );

it('offers what was found, and a new one of that title unless there is one', () => {
  expect(titles('')).toEqual(['Theft at the wall', 'White van']);
  expect(titles('ladder')).toEqual(['Theft at the wall', 'White van', 'new ladder']);
  expect(titles('white VAN')).toEqual(['Theft at the wall', 'White van']);
});

it('looks through what another search has found, so that Enter takes nothing by mistake', () => {
  expect(titles('wall theft', true)).toEqual(['Theft at the wall', 'new wall theft']);
  expect(titles('ladder', true)).toEqual(['new ladder']);
});

it('asks for what the address says', () => {
  expect(caseQueryOf({ q: ' van ', show: 'open' })).toEqual({ state: 'open', text: 'van' });
  expect(caseQueryOf({ q: '', show: 'all' })).toEqual({});
});
