import { expect, it } from 'vitest';
import { filterCount, filterOf, noFilter } from './audit-place.ts';

const site = { zone: 'Europe/Berlin', protocolIds: ['ipcam', 'tsapi'] };
const nowhere = { ...noFilter, entry: null };

it('asks for everything where nothing is set', () => {
  expect(filterOf(nowhere, site)).toEqual({});
  expect(filterCount(nowhere)).toBe(0);
});

it('asks for what is set, in the time of the site', () => {
  const place = {
    who: ' Zoë ',
    what: 'camera',
    object: 'dock',
    outcome: 'refused',
    from: '2026-11-25T10:00',
    to: '2026-11-25T11:00',
    entry: 7,
  };
  expect(filterOf(place, site)).toEqual({
    actor: 'Zoë',
    operation: 'camera',
    object: 'dock',
    outcome: 'refused',
    from: Date.UTC(2026, 10, 25, 9),
    to: Date.UTC(2026, 10, 25, 10),
  });
  expect(filterCount(place)).toBe(6);
});

it('asks all protocols for the commands to devices', () => {
  expect(filterOf({ ...nowhere, what: 'commands' }, site)).toEqual({ operation: 'ipcam,tsapi' });
});

it('leaves out what an address cannot mean', () => {
  expect(filterOf({ ...nowhere, outcome: 'perhaps', from: 'yesterday' }, site)).toEqual({});
});
