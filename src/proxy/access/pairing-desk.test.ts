import { beforeEach, describe, expect, it } from 'vitest';
import { RequestFault } from '../request-fault.ts';
import type { KioskRow } from '../store/access-store.ts';
import type { AccessEvent } from './access-record.ts';
import type { PersonCaller } from './caller.ts';
import { PairingDesk } from './pairing-desk.ts';
import { Session } from './sessions.ts';

const minuteMs = 60_000;
let nowMs: number;
let desk: PairingDesk;
let added: KioskRow[];
let recorded: AccessEvent[];

beforeEach(() => {
  nowMs = 1_000_000;
  added = [];
  recorded = [];
  desk = new PairingDesk({
    kiosks: {
      get: (id) => added.find((one) => one.id === id),
      add: async (content) => {
        if (content.name === 'taken') throw new RequestFault('conflict', 'name');
        const kiosk = { ...content, id: `kiosk ${added.length}`, pairedAtMs: nowMs };
        added.push(kiosk);
        return kiosk;
      },
    },
    sessions: {
      begin: async (owner, visitor) => ({ session: sessionOf(owner, visitor.address), token: 't' }),
    },
    record: (event) => recorded.push(event),
    now: () => nowMs,
  });
});

function sessionOf(owner: Session['row']['owner'], address: string): Session {
  return new Session({
    id: `session of ${owner.id}`,
    tokenHash: '',
    owner,
    browser: '',
    address,
    createdAtMs: nowMs,
    lastSeenMs: nowMs,
    lastInputMs: nowMs,
    confirmedAtMs: nowMs,
  });
}

function administrator(id: string): PersonCaller {
  return {
    kind: 'person',
    person: { id, name: id, role: 'administrator', cameras: 'all', enabled: true, createdAtMs: 0 },
    session: sessionOf({ kind: 'person', id }, '10.0.0.1'),
    sees: 'all',
  };
}

const visitor = { browser: 'Chrome on Linux', address: '10.0.0.9' };
const wanted = (code: string, name = 'Lobby') => ({ code, name, viewId: 'v', groupId: 'g' });

/** `approved`, or the reason of the refusal. */
async function type(code: string, by = administrator('one'), address = '10.0.0.1') {
  try {
    await desk.approve(wanted(code), by, address);
    return 'approved';
  } catch (fault) {
    if (fault instanceof RequestFault) return fault.fault;
    throw fault;
  }
}

describe('typing a code', () => {
  it('lets the screen in as the kiosk that was made', async () => {
    const { code, secret } = desk.begin(visitor.address);
    expect(await desk.claim(secret, visitor)).toBe('waiting');
    expect(await type(code)).toBe('approved');
    expect(await desk.claim(secret, visitor)).toMatchObject({
      session: { row: { owner: { kind: 'kiosk', id: 'kiosk 0' }, address: '10.0.0.9' } },
    });
    expect(await desk.claim(secret, visitor)).toBe('expired');
  });

  it('records a wrong one without saying it', async () => {
    expect(await type('AAAA-AAAA')).toBe('code-refused');
    expect(recorded).toMatchObject([
      { operation: 'kiosk.pair', outcome: 'refused', detail: 'code', address: '10.0.0.1' },
    ]);
    expect(JSON.stringify(recorded)).not.toContain('AAAA');
  });

  it('waits 1, 2, 4 … 60 s after five wrong ones, and the right one counts after that', async () => {
    for (let wrong = 0; wrong < 5; wrong += 1) expect(await type('AAAA-AAAA')).toBe('code-refused');
    const { code } = desk.begin(visitor.address);
    expect(await type(code)).toBe('too-many-attempts');
    nowMs += 999;
    expect(await type(code)).toBe('too-many-attempts');
    nowMs += 1;
    expect(await type(code)).toBe('approved');
    expect(added).toHaveLength(1);
  });

  it('is looked at less than 25 times in ten minutes of guessing', async () => {
    let looked = 0;
    for (let turn = 0; turn < 6000; turn += 1) {
      nowMs += 100;
      if ((await type(String(turn).padStart(8, '2'))) === 'code-refused') looked += 1;
    }
    expect(looked).toBeGreaterThan(5);
    expect(looked).toBeLessThan(25);
    expect(recorded).toHaveLength(looked);
  });

  it('is not slowed down by the guesses of another at another place', async () => {
    for (let wrong = 0; wrong < 9; wrong += 1) await type('AAAA-AAAA');
    const { code } = desk.begin(visitor.address);
    expect(await type(code, administrator('other'), '10.0.0.2')).toBe('approved');
  });

  it('of a name that is in use is no wrong code', async () => {
    const { code } = desk.begin(visitor.address);
    for (let turn = 0; turn < 9; turn += 1) {
      const tried = desk.approve(wanted(code, 'taken'), administrator('one'), '10.0.0.1');
      await expect(tried).rejects.toThrow('conflict');
    }
    expect(await type(code)).toBe('approved');
    expect(recorded).toEqual([]);
  });

  it('comes too late after ten minutes', async () => {
    const { code, secret } = desk.begin(visitor.address);
    nowMs += 10 * minuteMs;
    expect(await type(code)).toBe('code-refused');
    expect(await desk.claim(secret, visitor)).toBe('expired');
  });

  it('lets nobody in whose kiosk was removed before', async () => {
    const { code, secret } = desk.begin(visitor.address);
    await type(code);
    added = [];
    expect(await desk.claim(secret, visitor)).toBe('expired');
  });
});
