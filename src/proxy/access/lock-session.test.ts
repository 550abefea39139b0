import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../api/routes.ts';
import type { SessionView } from '../../api/session.ts';
import { password, TestProxy } from '../test-site/test-proxy.ts';

const proxy = new TestProxy();
beforeAll(() => proxy.start());
afterAll(() => proxy.end());

let token: string;

const send = (method: string, path: string, body?: unknown) =>
  proxy.ask(method, path, method === 'GET' ? undefined : (body ?? {}), token);

async function isLocked(): Promise<boolean> {
  const session = (await send('GET', routes.session)).json() as SessionView;
  return session.state === 'signed-in' && session.locked;
}

const group = (name: string) => send('POST', routes.cameraGroups, { name, cameraIds: [] });

it('a session that is locked at will looks on, and acts again after the password', async () => {
  token = await proxy.signInAs('administrator');
  expect(await isLocked()).toBe(false);
  expect((await send('DELETE', routes.active)).status).toBe(204);
  expect(await isLocked()).toBe(true);
  expect((await send('GET', routes.cameras)).status).toBe(200);
  const refused = await group('Yard');
  expect(refused.status).toBe(403);
  expect(refused.json()).toMatchObject({ reason: 'confirm-needed' });

  // A hand on the mouse is no proof of whose it is.
  expect((await send('POST', routes.active)).status).toBe(204);
  expect(await isLocked()).toBe(true);

  const confirmed = await send('POST', routes.confirm, { password });
  expect(confirmed.status).toBe(200);
  const [, renewed] = /=([^;]+)/.exec(confirmed.headers.get('set-cookie') ?? '') ?? [];
  token = renewed ?? '';
  expect(await isLocked()).toBe(false);
  expect((await group('Yard')).status).toBe(201);
});
