import { expect, test } from 'vitest';
import { passwordStrength } from './password-strength.ts';

test.each([
  ['', 'empty'],
  ['elevenchars', 'short'],
  ['aaaaaaaaaaaaaaaa', 'guessable'],
  ['Password12345', 'guessable'],
  ['watchfloor-2026', 'guessable'],
  ['heron tin lamp', 'fair'],
  ['heron tin lamp dusk', 'good'],
  ['heron tin lamp dusk forty', 'strong'],
] as const)('%j is %s', (password, strength) => {
  expect(passwordStrength(password)).toBe(strength);
});

test('the name of the owner makes it easy to guess', () => {
  expect(passwordStrength('mira.okafor-2026', 'Mira.Okafor')).toBe('guessable');
  expect(passwordStrength('mira.okafor-2026', 'Jo')).toBe('good');
});
