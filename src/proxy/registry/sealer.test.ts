import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Sealer } from './sealer.ts';

const context = { deviceId: 'd1', field: 'password', origin: 'http://192.168.1.20' };
const sealer = new Sealer(Buffer.alloc(32, 7));
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('Sealer', () => {
  it.each(['', 'geheim', 'pässwörd ✓', 'x'.repeat(256)])('opens what it sealed: %j', (plain) => {
    const sealed = sealer.seal(plain, context);
    expect(sealer.open(sealed, context)).toBe(plain);
    expect(plain !== '' && sealed.includes(plain)).toBe(false);
  });

  it('never seals the same way twice', () => {
    expect(sealer.seal('a', context)).not.toBe(sealer.seal('a', context));
  });

  it('refuses every change of a single character', () => {
    const sealed = sealer.seal('canary-password', context);
    for (let at = 0; at < sealed.length; at += 1) {
      const old = sealed[at] ?? '';
      const other = alphabet[(alphabet.indexOf(old) + 1) % alphabet.length] ?? '';
      const forged = sealed.slice(0, at) + other + sealed.slice(at + 1);
      expect(sealer.open(forged, context), `character ${at}`).toBeNull();
    }
  });

  it.each([
    { ...context, deviceId: 'd2' },
    { ...context, field: 'username' },
    { ...context, origin: 'http://192.168.1.21' },
  ])('opens only where it belongs: %j', (other) => {
    expect(sealer.open(sealer.seal('canary', context), other)).toBeNull();
  });

  it('opens with no other key', () => {
    const other = new Sealer(randomBytes(32));
    expect(other.open(sealer.seal('canary', context), context)).toBeNull();
  });

  it('opens what an older key sealed, and seals with the current one', () => {
    const old = Buffer.alloc(32, 7);
    const both = new Sealer(Buffer.alloc(32, 8), [old]);
    const sealed = sealer.seal('canary', context);
    expect(both.open(sealed, context)).toBe('canary');
    expect(both.isCurrent(sealed)).toBe(false);
    const anew = both.seal('canary', context);
    expect(both.isCurrent(anew)).toBe(true);
    expect(sealer.open(anew, context)).toBeNull();
  });

  it('still opens the form that named no key, but takes no newer one for it', () => {
    const old = 'v1.GpMeHovbBuC2cNBQ.ziipq7E9ldm4uK52dVZcyA.JcKSspcI';
    const [, , ...parts] = sealer.seal('canary', context).split('.');
    expect(sealer.open(['v1', ...parts].join('.'), context)).toBeNull();
    expect(sealer.open(old, context)).toBe('canary');
  });

  it.each(['', 'v1', 'v1...', 'v2.a.b.c', 'v3.a.b.c.d', 'v1.AA.AA.AA', 'not sealed'])(
    'refuses %j',
    (text) => {
      expect(sealer.open(text, context)).toBeNull();
    },
  );
});
