import { expect, test } from 'vitest';
import { memorablePassword, randomsPerPassword } from './memorable-password.ts';
import { passwordStrength } from './password-strength.ts';

const randoms = () =>
  Uint32Array.from({ length: randomsPerPassword }, () => Math.random() * 2 ** 32);
const fresh = () => memorablePassword(randoms());

test('makes four words that can be said', () => {
  expect(memorablePassword(new Uint32Array(randomsPerPassword))).toBe('babab-babab-babab-babab');
  for (let each = 0; each < 200; each += 1) {
    expect(fresh()).toMatch(/^([b-z][aeiou][b-z][aeiou][b-z]-?){4}$/);
  }
});

test('is another one each time, and one that may be used', () => {
  const all = Array.from({ length: 500 }, fresh);
  expect(new Set(all).size).toBe(500);
  const strengths = all.map((password) => passwordStrength(password));
  expect(strengths.filter((strength) => strength === 'strong' || strength === 'good')).toHaveLength(
    500,
  );
});
