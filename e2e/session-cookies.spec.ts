import type { Page } from '@playwright/test';
import { guardHeader, routes } from '../src/api/routes.ts';
import type { SessionView } from '../src/api/session.ts';
import { type HostileSite, startHostileSite } from './support/hostile-site.ts';
import { expect, test } from './support/test.ts';

test.use({ allowedFaults: [/./] });

let hostile: HostileSite;
test.beforeAll(async () => {
  hostile = await startHostileSite();
});
test.afterAll(() => hostile.stop());

async function whoAmI(page: Page): Promise<{ status: number; who: string }> {
  return page.evaluate(async (path) => {
    const reply = await fetch(path);
    const view = (await reply.json()) as SessionView;
    return {
      status: reply.status,
      who: view.state === 'signed-in' ? view.person.role : view.state,
    };
  }, routes.session);
}

test.describe('the cookie of a session', { tag: '@trust' }, () => {
  test('cannot be replaced from another port', async ({ page, product }) => {
    const port = new URL(product.origin).port;
    const other = await product.signIn('viewer');
    await page.goto(product.origin);
    expect((await whoAmI(page)).who).toBe('administrator');
    await page.goto(hostile.neighbour);
    await page.evaluate(
      ({ name, value, port }) => {
        for (const path of ['/', '/api', '/api/session', '/ws']) {
          for (const kind of ['', '; Secure', '; Secure; SameSite=Strict', '; Domain=127.0.0.1']) {
            // biome-ignore lint/suspicious/noDocumentCookie: the way in which a neighbour would do it
            document.cookie = `${name}=${value}; Path=${path}${kind}`;
            // biome-ignore lint/suspicious/noDocumentCookie: the way in which a neighbour would do it
            document.cookie = `watchfloor-${port}=${value}; Path=${path}${kind}`;
          }
        }
      },
      { ...other, port },
    );
    await page.goto(product.origin);
    const { status, who } = await whoAmI(page);
    // Refused or not heard: what it never may be is somebody else.
    expect(status === 400 || who === 'administrator').toBe(true);
    expect(who).not.toBe('viewer');
  });

  test('is refused where there are two', async ({ product }) => {
    const [one, other] = [await product.signIn('viewer'), await product.signIn('operator')];
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      const cookie = `${first.name}=${first.value}; ${second.name}=${second.value}`;
      expect((await product.ask(routes.cameras, { headers: { cookie } })).status).toBe(400);
    }
  });

  test('is never one that somebody else has chosen', async ({ product }) => {
    const { name } = await product.signIn();
    const cookie = `${name}=${'a'.repeat(43)}`;
    const next = await product.signIn('viewer');
    expect(next.value).not.toBe('a'.repeat(43));
    expect((await product.ask(routes.cameras, { headers: { cookie } })).status).toBe(401);
  });

  test('of before is worth nothing after signing in anew, in every tab', async ({
    context,
    page,
    product,
  }) => {
    await page.goto(product.origin);
    const second = await context.newPage();
    await second.goto(product.origin);
    const [before] = (await context.cookies('https://127.0.0.1')).filter(({ name }) =>
      name.endsWith(new URL(product.origin).port),
    );
    await second.evaluate(
      async ({ path, header }) => fetch(path, { method: 'DELETE', headers: { [header]: '1' } }),
      { path: routes.session, header: guardHeader },
    );
    expect((await whoAmI(page)).who).toBe('signed-out');
    expect((await whoAmI(second)).who).toBe('signed-out');
    const cookie = `${before?.name}=${before?.value}`;
    expect(before?.httpOnly).toBe(true);
    expect((await product.ask(routes.cameras, { headers: { cookie } })).status).toBe(401);
  });
});
