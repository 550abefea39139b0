import { describe, expect, it } from 'vitest';
import { numberedPresets } from './preset-list.ts';

const numbers = (...tokens: string[]) =>
  numberedPresets(tokens.map((token) => ({ token, name: `at ${token}` }))).map(({ id, number }) => [
    number,
    id,
  ]);

describe('the numbers of presets', () => {
  it('are the tokens where those are numbers, in their order', () => {
    expect(numbers('10', '2', '1')).toEqual([
      [1, '1'],
      [2, '2'],
      [10, '10'],
    ]);
  });

  it('are the endings of tokens where they are free', () => {
    expect(numbers('preset3', '3', 'Preset12')).toEqual([
      [1, 'preset3'],
      [3, '3'],
      [12, 'Preset12'],
    ]);
  });

  it('are the lowest free ones for all other tokens', () => {
    expect(numbers('gate', '1', '0', 'a00', '99999')).toEqual([
      [1, '1'],
      [2, 'gate'],
      [3, '0'],
      [4, 'a00'],
      [5, '99999'],
    ]);
  });

  it('name a preset once, by its last name', () => {
    expect(
      numberedPresets([
        { token: '1', name: 'Old' },
        { token: '1', name: 'New' },
      ]),
    ).toEqual([{ id: '1', number: 1, name: 'New' }]);
  });
});
