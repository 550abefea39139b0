import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RequestFault } from '../request-fault.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { type Access, composeAccess } from './access.ts';
import { cheapPasswords } from './test-passwords.ts';

const password = 'four unrelated words here';
const other = 'another four unrelated words';
const visitor = { browser: 'test', address: '10.0.0.1' };

let folder: string;
let store: Store;
let access: Access;
let nowMs: number;
const faults: unknown[] = [];

async function compose(isDemo = false): Promise<Access> {
  return composeAccess({
    store: store.access,
    now: () => nowMs,
    isDemo,
    passwords: cheapPasswords(),
    publish: () => undefined,
    record: () => undefined,
    onFault: (fault) => faults.push(fault),
  });
}

beforeEach(async () => {
  nowMs = 1_763_700_000_000;
  folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-people-'));
  store = await openStore(folder, nowMs);
  access = await compose();
});
afterEach(async () => {
  await access.sessions.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  expect(faults.splice(0)).toEqual([]);
});

const add = (name: string, role: 'viewer' | 'administrator' = 'viewer') =>
  access.people.add({ name, role, cameras: 'all', password });
const setUp = (code = access.setUpCode.code, name = 'First') =>
  access.desk.setUp({ code, name, password }, visitor);
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (failure: unknown) => (failure instanceof RequestFault ? failure.fault : failure),
  );

describe('the first start', () => {
  it('lets whoever has the code become the first administrator, once', async () => {
    expect(access.desk.needsSetUp).toBe(true);
    expect(Buffer.from(access.setUpCode.code, 'base64url')).toHaveLength(16);
    for (const code of ['', access.setUpCode.code.slice(1), `${access.setUpCode.code}A`])
      expect(await faultOf(setUp(code))).toBe('code-refused');
    const { session } = await setUp();
    expect(access.people.get(session.row.owner.id)?.role).toBe('administrator');
    expect(access.desk.needsSetUp).toBe(false);
    expect(await faultOf(setUp(undefined, 'Second'))).toBe('code-refused');
  });

  it('makes one administrator of two who come at the same time', async () => {
    const outcomes = await Promise.all([faultOf(setUp()), faultOf(setUp(undefined, 'Second'))]);
    expect(outcomes.sort()).toEqual(['code-refused', 'none']);
    expect(access.people.all).toHaveLength(1);
  });

  it('takes the code for fifteen minutes, and another one after the next start', async () => {
    const old = access.setUpCode.code;
    nowMs += 15 * 60_000;
    expect(await faultOf(setUp())).toBe('code-refused');
    access = await compose();
    expect(await faultOf(setUp(old))).toBe('code-refused');
    expect(await faultOf(setUp())).toBe('none');
  });

  it('leaves the code good after a weak password', async () => {
    const weak = { code: access.setUpCode.code, name: 'First', password: 'password1234' };
    expect(await faultOf(access.desk.setUp(weak, visitor))).toBe('password-weak');
    expect(await faultOf(setUp())).toBe('none');
  });

  it('has nobody of the demo, and the demo nobody but its four', async () => {
    expect(access.demo).toBeNull();
    expect(access.people.all).toEqual([]);
    expect(await faultOf(access.desk.signInToDemo('', visitor))).toBe('code-refused');
    const demo = await compose(true);
    expect(demo.people.all.map(({ role, passwordHash }) => [role, passwordHash])).toEqual([
      ['administrator', undefined],
      ['operator', undefined],
      ['supervisor', undefined],
      ['viewer', undefined],
    ]);
    expect(new Set(demo.demo?.codes.values()).size).toBe(4);
    const code = demo.demo?.codes.get('administrator') ?? '';
    const { token } = await demo.desk.signInToDemo(code, visitor);
    expect(demo.sessions.find(token)).toBeDefined();
    for (const { name } of demo.people.all) {
      const guess = demo.desk.signIn({ name, password: '' }, visitor);
      expect(await faultOf(guess)).toBe('sign-in-refused');
    }
    await demo.sessions.stop();
    // The same registry without the demo: those four cannot come in, nor can an old session.
    access = await compose();
    expect(access.sessions.find(token)).toBeUndefined();
    expect(access.desk.needsSetUp).toBe(true);
    expect(await faultOf(access.desk.signInToDemo(code, visitor))).toBe('code-refused');
  });
});

describe('a person', () => {
  beforeEach(async () => {
    await setUp();
  });

  it('has a name of their own, whatever its capitals and width', async () => {
    await add('Guard');
    for (const name of ['guard', 'GUARD', ' Guard ', 'Ｇｕａｒｄ'])
      expect(await faultOf(add(name))).toBe('conflict');
    const twins = await Promise.all([faultOf(add('Twin')), faultOf(add('twin'))]);
    expect(twins.sort()).toEqual(['conflict', 'none']);
    const signedIn = access.desk.signIn({ name: 'gUARD', password }, visitor);
    expect(await faultOf(signedIn)).toBe('none');
  });

  it('stays switched off when something else of them is changed at the same moment', async () => {
    const { id } = await add('Guard');
    await Promise.all([
      access.people.change(id, { password: other }),
      access.people.change(id, { enabled: false }),
      access.people.signedIn(id),
      access.people.change(id, { name: 'Former guard' }),
    ]);
    expect(access.people.get(id)).toMatchObject({ enabled: false, name: 'Former guard' });
    const [kept] = (await store.access.readPeople()).filter((one) => one.id === id);
    expect(kept).toMatchObject({ enabled: false, name: 'Former guard', lastSignInMs: nowMs });
    expect(access.people.get(id)?.passwordHash).toBe(kept?.passwordHash);
  });

  it('is not left in by a password that was changed, or a role that was taken, meanwhile', async () => {
    const { id } = await add('Guard');
    const entering = faultOf(access.desk.signIn({ name: 'Guard', password }, visitor));
    await access.people.change(id, { password: other });
    await entering;
    const owned = access.sessions.ofOwner({ kind: 'person', id });
    const guess = access.desk.signIn({ name: 'Guard', password }, visitor);
    expect(await faultOf(guess)).toBe('sign-in-refused');
    // It came in before the change, which ended it, or was refused after it.
    expect(owned).toEqual([]);
  });

  it.each([{ role: 'viewer' }, { enabled: false }, 'remove'] as const)(
    'who is the last administrator stays one (%j)',
    async (change) => {
      const [first] = access.people.all;
      const second = await add('Second', 'administrator');
      const leave = (id: string) =>
        faultOf(change === 'remove' ? access.people.remove(id) : access.people.change(id, change));
      const outcomes = await Promise.all([leave(first?.id ?? ''), leave(second.id)]);
      expect(outcomes).toEqual(['none', 'last-administrator']);
      expect(access.desk.needsSetUp).toBe(false);
    },
  );

  it('of the demo does not count as an administrator who could come in', async () => {
    const demo = await compose(true);
    await demo.sessions.stop();
    access = await compose();
    const first = access.people.named('First');
    expect(await faultOf(access.people.remove(first?.id ?? ''))).toBe('last-administrator');
  });

  it('loses every session by another role or password, and only the open pictures by other cameras', async () => {
    const { id } = await add('Guard');
    const begin = async () =>
      (await access.desk.signIn({ name: 'Guard', password }, visitor)).session;
    const group = await access.groups.add({ name: 'Yard', cameraIds: [] });
    const session = await begin();
    const closed: string[] = [];
    session.attach(() => closed.push('cameras'));
    await access.people.change(id, { cameras: [group.id] });
    expect([closed, access.sessions.isAlive(session)]).toEqual([['cameras'], true]);
    session.attach(() => closed.push('group'));
    await access.groups.change(group.id, { name: 'Yard', cameraIds: ['c'] });
    expect(closed).toEqual(['cameras', 'group']);
    await access.people.change(id, { name: 'Guard at the gate' });
    expect(access.sessions.isAlive(session)).toBe(true);
    await access.people.change(id, { role: 'operator' });
    expect(access.sessions.isAlive(session)).toBe(false);
  });

  it('who changes their own password keeps this session and no other', async () => {
    const person = await add('Guard');
    const here = await access.desk.signIn({ name: 'Guard', password }, visitor);
    const there = await access.desk.signIn({ name: 'Guard', password }, visitor);
    const change = { current: password, next: other };
    const token = await access.desk.changePassword(here.session, person, change);
    expect(access.sessions.find(token)).toBe(here.session);
    for (const old of [here.token, there.token]) expect(access.sessions.find(old)).toBeUndefined();
    const weak = { current: other, next: 'guardguardguard' };
    expect(await faultOf(access.desk.changePassword(here.session, person, weak))).toBe(
      'sign-in-refused',
    );
  });
});

describe('a camera group', () => {
  it('has a name of its own, and shows its cameras to whoever sees by it', async () => {
    const { groups } = access;
    const yard = await groups.add({ name: 'Yard', cameraIds: ['a', 'b'] });
    expect(await faultOf(groups.add({ name: 'Yard', cameraIds: [] }))).toBe('conflict');
    const gate = await groups.add({ name: 'Gate', cameraIds: ['b', 'c'] });
    expect(groups.all.map(({ name }) => name)).toEqual(['Gate', 'Yard']);
    expect(groups.seenBy('all')).toBe('all');
    expect(groups.seenBy([yard.id, gate.id, 'gone'])).toEqual(new Set(['a', 'b', 'c']));
    await groups.remove(yard.id);
    expect(groups.seenBy([yard.id, gate.id])).toEqual(new Set(['b', 'c']));
    for (const id of ['gone', '__proto__', yard.id]) {
      expect(await faultOf(groups.remove(id))).toBe('not-found');
      expect(await faultOf(groups.change(id, { name: 'x', cameraIds: [] }))).toBe('not-found');
    }
  });
});
