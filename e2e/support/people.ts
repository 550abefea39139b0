import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Product } from '../../scripts/run-product.ts';
import type { NewPerson, PersonView } from '../../src/api/people.ts';
import { routes } from '../../src/api/routes.ts';
import { expect } from './test.ts';

export const goodPassword = 'heron lantern gravel dusk';

/** Registers somebody with `goodPassword`, as the administrator of the demo. */
export async function addPerson(
  product: Product,
  person: Pick<NewPerson, 'name' | 'role'>,
): Promise<PersonView> {
  const reply = await product.ask(routes.people, {
    method: 'POST',
    body: JSON.stringify({ cameras: 'all', password: goodPassword, ...person }),
  });
  expect(reply.status, await reply.clone().text()).toBe(201);
  return (await reply.json()) as PersonView;
}

/** Types name and password where the page asks for them. */
export async function signInByPage(page: Page, name: string, password = goodPassword) {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** A browser of its own in which a person has signed in by the page. */
export async function windowOf(
  browser: Browser,
  product: Product,
  name: string,
  path = '/',
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${product.origin}${path}`);
  await signInByPage(page, name);
  await expect(page.locator('[data-connection="connected"]')).toBeVisible();
  return { context, page };
}

/** The moments at which the sockets of a page closed, filled in as they do. */
export class SocketWatch {
  readonly closedAtMs: number[] = [];
  opened = 0;

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      this.opened += 1;
      socket.on('close', () => this.closedAtMs.push(Date.now()));
    });
  }
}
