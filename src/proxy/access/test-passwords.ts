import { Passwords } from './passwords.ts';

/** Hashes that take a millisecond or two, for tests that are not about what a guess costs. */
export const cheapPasswords = () =>
  new Passwords({ memoryCost: 8 * 1024, timeCost: 1, parallelism: 1 });
