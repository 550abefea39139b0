import { beforeEach, describe, expect, it } from 'vitest';
import { pairingLastsMs } from '../../api/kiosk.ts';
import { RequestFault } from '../request-fault.ts';
import { Pairings } from './pairings.ts';

let nowMs: number;
let pairings: Pairings;
beforeEach(() => {
  nowMs = 1_000_000;
  pairings = new Pairings(() => nowMs);
});

const kiosk = (id: string) => async () => ({ id });
const askAll = (secrets: readonly string[]) => secrets.map((secret) => pairings.claim(secret));

/** The fault with which something is refused. */
function refusal(act: () => unknown): RequestFault {
  try {
    act();
  } catch (fault) {
    if (fault instanceof RequestFault) return fault;
    throw fault;
  }
  throw new TypeError('it was not refused');
}

describe('a code', () => {
  it('has eight characters that nobody mistakes for another, and 40 bits', () => {
    const seen = new Set<string>();
    const used = new Set<string>();
    for (let turn = 0; turn < 2000; turn += 1) {
      nowMs += pairingLastsMs;
      const { code } = pairings.begin('a');
      expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
      seen.add(code);
      for (const character of code.replace('-', '')) used.add(character);
    }
    expect(seen.size).toBe(2000);
    expect(used.size).toBe(32);
  });

  it('counts however it is typed', async () => {
    const { code, secret } = pairings.begin('a');
    const typed = ` ${code.toLowerCase().replace('-', ' ')} `;
    await pairings.approve(typed, kiosk('k'));
    expect(pairings.claim(secret)).toEqual({ kioskId: 'k' });
  });

  it('counts once, also for two who type it at the same time', async () => {
    const { code } = pairings.begin('a');
    const both = await Promise.allSettled([
      pairings.approve(code, kiosk('one')),
      pairings.approve(code, kiosk('other')),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(pairings.approve(code, kiosk('third'))).rejects.toThrow('code-refused');
  });

  it('is as good as before when the screen could not be made', async () => {
    const { code, secret } = pairings.begin('a');
    const fails = () => Promise.reject(new RequestFault('conflict', 'name'));
    await expect(pairings.approve(code, fails)).rejects.toThrow('conflict');
    expect(pairings.claim(secret)).toEqual({ state: 'waiting' });
    await pairings.approve(code, kiosk('k'));
    expect(pairings.claim(secret)).toEqual({ kioskId: 'k' });
  });

  it('is worth nothing to its millisecond after ten minutes', async () => {
    const { code, secret, expiresAtMs } = pairings.begin('a');
    expect(expiresAtMs - nowMs).toBe(10 * 60_000);
    nowMs = expiresAtMs - 1;
    expect(pairings.claim(secret)).toEqual({ state: 'waiting' });
    nowMs = expiresAtMs;
    expect(pairings.claim(secret)).toEqual({ state: 'expired' });
    await expect(pairings.approve(code, kiosk('k'))).rejects.toThrow('code-refused');
  });

  it('is not found by guessing', async () => {
    const { secret } = pairings.begin('a');
    for (let guess = 0; guess < 5000; guess += 1) {
      const typed = guess.toString(32).toUpperCase().padStart(8, '2');
      await expect(pairings.approve(typed, kiosk('k'))).rejects.toThrow('code-refused');
    }
    for (const typed of ['', '-', '--------', '__proto__', 'constructor', '*', secret]) {
      await expect(pairings.approve(typed, kiosk('k'))).rejects.toThrow('code-refused');
    }
    expect(pairings.claim(secret)).toEqual({ state: 'waiting' });
  });
});

describe('a secret', () => {
  it('has 256 bits and claims once', async () => {
    const { code, secret } = pairings.begin('a');
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    await pairings.approve(code, kiosk('k'));
    expect(pairings.claim(secret)).toEqual({ kioskId: 'k' });
    expect(pairings.claim(secret)).toEqual({ state: 'expired' });
  });

  it.each(['', 'x', '__proto__', 'constructor'])('is not %j', (secret) => {
    pairings.begin('a');
    expect(pairings.claim(secret)).toEqual({ state: 'expired' });
  });
});

describe('waiting screens', () => {
  it('are four for each address, and a fifth is told when to come again', () => {
    for (let count = 0; count < 4; count += 1) pairings.begin('a');
    const { fault, more } = refusal(() => pairings.begin('a'));
    expect(fault).toBe('too-many-attempts');
    expect(more.retryAfterMs).toBe(10_000);
    expect(pairings.begin('b').code).not.toBe('');
  });

  it('are 32 in all', () => {
    for (let count = 0; count < 32; count += 1) pairings.begin(`address ${count}`);
    expect(refusal(() => pairings.begin('another')).fault).toBe('too-many-attempts');
  });

  it('that ask no longer give their place to the next', () => {
    const [gone, ...there] = [0, 1, 2, 3].map(() => pairings.begin('a').secret);
    nowMs += 9000;
    askAll(there);
    expect(refusal(() => pairings.begin('a')).more.retryAfterMs).toBe(1000);
    nowMs += 1000;
    const next = pairings.begin('a').secret;
    expect(pairings.claim(gone ?? '')).toEqual({ state: 'expired' });
    expect(askAll([...there, next])).toEqual(Array(4).fill({ state: 'waiting' }));
  });

  it('get twenty codes in ten minutes for each address', () => {
    const begun = nowMs;
    for (let count = 0; count < 20; count += 1) {
      nowMs += 12_000;
      pairings.begin('a');
    }
    nowMs += 12_000;
    const { more } = refusal(() => pairings.begin('a'));
    expect(more.retryAfterMs).toBe(begun + 12_000 + 10 * 60_000 - nowMs);
    nowMs += more.retryAfterMs ?? 0;
    expect(pairings.begin('a').code).not.toBe('');
  });
});
