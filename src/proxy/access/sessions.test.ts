import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Role } from '../../domain/role.ts';
import type { SessionRow } from '../store/access-store.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { kioskLimits, personLimits } from './session-limits.ts';
import { hashToken } from './session-token.ts';
import { Sessions } from './sessions.ts';

const hour = 3_600_000;
const day = 24 * hour;
const startMs = 1_763_700_000_000;
const folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-sessions-'));
const owner = { kind: 'person', id: 'p' } as const;
const from = { browser: 'Chrome on Windows', address: '10.0.0.1' };

let nowMs: number;
let role: Role | null;
let store: Store;
let sessions: Sessions;
const faults: unknown[] = [];

async function load(): Promise<Sessions> {
  return Sessions.load({
    store: store.access,
    now: () => nowMs,
    limitsOf: ({ kind }) => {
      if (kind === 'kiosk') return kioskLimits;
      return role === null ? null : personLimits[role];
    },
    onChange: () => undefined,
    onPresence: () => undefined,
    onFault: (fault) => faults.push(fault),
  });
}

beforeEach(async () => {
  [nowMs, role] = [startMs, 'viewer'];
  store = await openStore(path.join(folder, String(Math.random())), nowMs);
  const { access } = store;
  await access.savePerson({
    ...{ id: 'p', name: 'P', role: 'viewer', cameras: 'all', enabled: true, createdAtMs: 0 },
  });
  await access.saveKiosk({ id: 'k', name: 'K', viewId: 'v', groupId: 'g', pairedAtMs: 0 });
  sessions = await load();
});
afterEach(async () => {
  vi.useRealTimers();
  await sessions.stop();
  await store.close();
  expect(faults.splice(0)).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});

const stored = async (): Promise<readonly SessionRow[]> => store.access.readSessions();

describe('a token', () => {
  it('has 256 bits and is kept nowhere', async () => {
    const tokens = new Set<string>();
    for (let number = 0; number < 50; number += 1) {
      const { token } = await sessions.begin(owner, from);
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
      tokens.add(token);
    }
    expect(tokens.size).toBe(50);
    const kept = JSON.stringify(await stored());
    for (const token of tokens) {
      expect(kept).not.toContain(token);
      expect(kept).toContain(hashToken(token));
      // A copy of the registry lets nobody in.
      expect(sessions.find(hashToken(token))).toBeUndefined();
      expect(sessions.find(token)).toBeDefined();
    }
  });

  it.each(['', '__proto__', 'constructor', 'a'.repeat(43)])('is not %j', (token) => {
    expect(sessions.find(token)).toBeUndefined();
  });

  it('is another one after the password was given again, and the old one is worth nothing', async () => {
    const { session, token } = await sessions.begin(owner, from);
    nowMs += hour;
    const next = await sessions.confirm(session);
    expect([sessions.find(token), sessions.find(next)]).toEqual([undefined, session]);
    expect(session.row).toMatchObject({ confirmedAtMs: nowMs, createdAtMs: startMs });
    expect((await stored()).map(({ tokenHash }) => tokenHash)).toEqual([hashToken(next)]);
  });

  it('does not come back to life by a password that was being checked when it was ended', async () => {
    const { session } = await sessions.begin(owner, from);
    await sessions.end(session);
    await expect(sessions.confirm(session)).rejects.toMatchObject({ fault: 'sign-in-needed' });
    expect(sessions.all).toEqual([]);
    expect(await stored()).toEqual([]);
  });
});

describe('a limit', () => {
  /** Used every so often, as long as it lives, up to a fortnight; hours that it lived. */
  async function livesHours(byPerson: boolean, everyMs: number, open = false): Promise<number> {
    const { session, token } = await sessions.begin(owner, from);
    if (open) session.attach(() => undefined);
    while (nowMs - startMs < 14 * day) {
      nowMs += everyMs;
      if (open) sessions.sweep();
      if (!sessions.find(token)) break;
      if (!open) sessions.use(session, byPerson);
    }
    return (nowMs - startMs) / hour;
  }

  it.each<[Role, string, boolean, number, boolean, number]>([
    ['viewer', 'that is used lasts a week', true, hour, false, 168],
    ['operator', 'that only looks lasts a week', false, hour, false, 168],
    ['supervisor', 'with a picture open lasts a week', false, hour, true, 168],
    ['viewer', 'that nobody uses lasts half a day', true, 12 * hour, false, 12],
    ['administrator', 'that is used lasts half a day', true, hour / 4, false, 12],
    ['administrator', 'that only looks lasts half an hour', false, hour / 4, false, 0.5],
    ['administrator', 'with a picture open lasts half an hour', false, hour / 4, true, 0.5],
  ])('of a session of a %s %s', async (of, _, byPerson, everyMs, open, hours) => {
    role = of;
    expect(await livesHours(byPerson, everyMs, open)).toBe(hours);
  });

  it('of a screen is a year, and a month of silence', async () => {
    const begun = await sessions.begin({ kind: 'kiosk', id: 'k' }, from);
    for (let number = 0; number < 12; number += 1) {
      nowMs += 29 * day;
      expect(sessions.find(begun.token)).toBeDefined();
      sessions.use(begun.session, false);
    }
    nowMs += 18 * day;
    expect(sessions.find(begun.token)).toBeUndefined();
    const silent = await sessions.begin({ kind: 'kiosk', id: 'k' }, from);
    nowMs += 30 * day;
    expect(sessions.find(silent.token)).toBeUndefined();
  });

  it('ends it for good, with all that is open, and is looked for every five seconds', async () => {
    await sessions.stop();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    sessions = await load();
    const { session, token } = await sessions.begin(owner, from);
    const closed: string[] = [];
    const detach = session.attach(() => closed.push('detached'));
    detach();
    session.attach(() => closed.push('first'));
    session.attach(() => closed.push('second'));
    role = null;
    expect(sessions.find(token)).toBeUndefined();
    vi.advanceTimersByTime(5000);
    expect(closed).toEqual(['first', 'second']);
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
    role = 'viewer';
    expect(sessions.find(token)).toBeUndefined();
    expect(sessions.isAlive(session)).toBe(false);
  });
});

describe('over a restart', () => {
  it('a session is kept, with the time of its last use to the minute', async () => {
    const { session, token } = await sessions.begin(owner, from);
    nowMs += 59_000;
    sessions.use(session, true);
    nowMs += 2000;
    sessions.use(session, true);
    nowMs += 30_000;
    sessions.use(session, true);
    await vi.waitFor(async () => expect((await stored())[0]?.lastSeenMs).toBe(startMs + 61_000));
    await sessions.stop();
    sessions = await load();
    expect(sessions.find(token)?.row).toMatchObject({ owner, ...from, createdAtMs: startMs });
  });
});

it('ends those that are meant and no others', async () => {
  const kept = await sessions.begin({ kind: 'kiosk', id: 'k' }, from);
  const first = await sessions.begin(owner, from);
  await sessions.begin(owner, from);
  expect(sessions.ofOwner(owner)).toHaveLength(2);
  await sessions.endWhere(({ row }) => row.owner.kind === 'person');
  expect(sessions.all).toEqual([kept.session]);
  expect(sessions.find(first.token)).toBeUndefined();
});
