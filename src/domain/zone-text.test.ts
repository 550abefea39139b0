import { afterEach, expect, it, vi } from 'vitest';
import { zoneText } from './zone-text.ts';

afterEach(() => vi.restoreAllMocks());

it('takes a name that is one, else the offset', () => {
  expect(zoneText({ name: 'Asia/Seoul', offsetMinutes: 60 })).toBe('Asia/Seoul');
  expect(zoneText({ name: 'Nowhere/Else', offsetMinutes: -210 })).toBe('UTC-03:30');
  expect(zoneText({ name: 'Nowhere/Else' })).toBeUndefined();
});

it('does not ask again for each event what a name means', () => {
  const asked = vi.spyOn(Intl, 'DateTimeFormat');
  for (let event = 0; event < 1000; event += 1) {
    zoneText({ name: 'America/Lima' });
    zoneText({ name: 'No/Zone' });
  }
  expect(asked).toHaveBeenCalledTimes(2);
});
