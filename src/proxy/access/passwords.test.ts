import { describe, expect, it } from 'vitest';
import { isWeakPassword, Passwords } from './passwords.ts';
import { cheapPasswords } from './test-passwords.ts';

describe('a password that is among the first that somebody tries', () => {
  it.each([
    'password1234',
    'Password123!',
    'qwertyuiop12',
    '123456789012',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'iloveyou1234',
    'letmein12345',
    'watchfloor12',
    'Watchfloor1!',
    'surveillance',
    'securitycamera',
    'controlroom1',
    'guardcamera1',
    'anna schmidt',
    'Anna Schmidt 2026',
    '01.01.1990 a',
    'p@ssw0rd1234',
  ])('is weak: %s', (password) => {
    expect(isWeakPassword(password, 'Anna Schmidt')).toBe(true);
  });

  it.each(['four unrelated words here', 'vT7#qLm2zX9w', 'trommel zebra ofen linde'])(
    'is not %s',
    (password) => {
      expect(isWeakPassword(password, 'Anna Schmidt')).toBe(false);
    },
  );

  it('is found in a moment, however long it is', () => {
    const startedAt = process.cpuUsage();
    for (const piece of ['a', 'password', 'aB3$', '20261125', '4@8({[<369&#!1|0$5+7%2']) {
      isWeakPassword(piece.repeat(128).slice(0, 128), 'Anna Schmidt');
    }
    expect(process.cpuUsage(startedAt).user / 1000).toBeLessThan(2000);
  });
});

describe('passwords', () => {
  it('are kept as argon2id with 64 MiB, each with a salt of its own', async () => {
    const passwords = new Passwords();
    const [one, other] = [
      await passwords.make('secret words'),
      await passwords.make('secret words'),
    ];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(one).not.toBe(other);
    expect(await passwords.matches(one, 'secret words')).toBe(true);
    expect(await passwords.matches(one, 'secret word')).toBe(false);
    // The same letters from another keyboard.
    const accents = await passwords.make('cafe\u0301 \uff41');
    expect(await passwords.matches(accents, 'caf\u00e9 a')).toBe(true);
  });

  it('fit nobody who is unknown or has none, the decoy neither', async () => {
    const passwords = new Passwords();
    expect(await passwords.matches(undefined, '')).toBe(false);
    expect(await passwords.matches(undefined, 'nobody has this password')).toBe(false);
  });

  it('are hashed two at a time, and a crowd at the door is sent away', async () => {
    const passwords = cheapPasswords();
    const kept = await passwords.make('secret words');
    const finished: number[] = [];
    const crowd = Array.from({ length: 66 }, async (_, number) => {
      await passwords.matches(kept, 'no');
      finished.push(number);
    });
    expect(passwords.crowded).toBe(true);
    await Promise.all(crowd);
    expect(passwords.crowded).toBe(false);
    // In the order in which they came: when one is done, only its neighbour may still be at work.
    for (const [place, number] of finished.entries()) {
      const done = new Set(finished.slice(0, place));
      const before = Array.from({ length: number }, (_, one) => one);
      expect(before.filter((one) => !done.has(one)).length).toBeLessThanOrEqual(1);
    }
  }, 120_000);
});
