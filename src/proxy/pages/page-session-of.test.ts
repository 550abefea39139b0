import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Role } from '../../domain/role.ts';
import { PolledViewings } from '../access/polled-viewings.ts';
import { locksAfterMs } from '../access/session-limits.ts';
import type { Session } from '../access/sessions.ts';
import { TestProxy } from '../test-site/test-proxy.ts';
import { type PageSessionParts, pageSessionOf } from './page-session-of.ts';

let proxy: TestProxy;
let polled: PolledViewings;
let noted: string[];

beforeEach(async () => {
  proxy = new TestProxy();
  await proxy.start();
  polled = new PolledViewings(() => Date.now());
  noted = [];
});

afterEach(async () => {
  vi.restoreAllMocks();
  polled.stop();
  await proxy.end();
});

async function signedIn(role: Role, cameras: 'all' | string[] = 'all'): Promise<Session> {
  const session = proxy.parts.access.sessions.find(await proxy.signInAs(role, cameras));
  if (!session) throw new TypeError('nobody is signed in');
  return session;
}

function pageSession(session: Session) {
  const parts: PageSessionParts = {
    access: proxy.parts.access,
    directory: { standing: (id) => ({ id, name: id, isDraft: id === 'draft' }) },
    polled,
    record: ({ operation, object }) => void noted.push(`${operation} ${object?.id}`),
    now: () => Date.now(),
  };
  return pageSessionOf(parts, session, '127.0.0.1');
}

describe('a session that looks at a page', () => {
  it.each<[Role, boolean, boolean]>([
    ['viewer', true, false],
    ['operator', true, true],
    ['supervisor', true, true],
    ['administrator', true, true],
  ])('of a %s may view: %s, may control: %s', async (role, views, controls) => {
    const session = pageSession(await signedIn(role));
    expect([session.may('view', 'one'), session.may('control', 'one')]).toEqual([views, controls]);
  });

  it('may see the cameras of its groups and no draft, by what holds at the moment', async () => {
    const { groups } = proxy.parts.access;
    const group = await groups.add({ name: 'Yard', cameraIds: ['one'] });
    const session = pageSession(await signedIn('operator', [group.id]));
    expect(['one', 'two', 'draft'].map((id) => session.may('view', id))).toEqual([
      ...[true, false, false],
    ]);
    await groups.change(group.id, { name: 'Yard', cameraIds: ['two'] });
    expect(['one', 'two'].map((id) => session.may('view', id))).toEqual([false, true]);
  });

  it('may nothing once it has ended, and what is open hears of it', async () => {
    const own = await signedIn('operator');
    const session = pageSession(own);
    const close = vi.fn();
    session.attach(close);
    const detached = vi.fn();
    session.attach(detached)();
    await proxy.parts.access.sessions.end(own);
    expect(close).toHaveBeenCalledOnce();
    expect(detached).not.toHaveBeenCalled();
    expect(session.may('view', 'one')).toBe(false);
  });

  it('only looks where nobody has been at the keyboard for long', async () => {
    const own = await signedIn('operator');
    const session = pageSession(own);
    own.row = { ...own.row, lastInputMs: own.row.lastInputMs - locksAfterMs };
    expect([session.may('view', 'one'), session.may('control', 'one')]).toEqual([true, false]);
  });

  it('is noted as looking at the camera, once', async () => {
    const session = pageSession(await signedIn('viewer'));
    session.watches('one');
    session.watches('one');
    expect(noted).toEqual(['camera.open one']);
    polled.stop();
    expect(noted).toEqual(['camera.open one', 'camera.close one']);
  });
});
