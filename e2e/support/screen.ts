import type { Page } from '@playwright/test';
import type { Product } from '../../scripts/run-product.ts';
import type { CameraView } from '../../src/api/camera.ts';
import type { KioskView } from '../../src/api/kiosk.ts';
import { routes } from '../../src/api/routes.ts';
import { expect } from './test.ts';

const codeWords = /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/;

/** The code that a screen shows while it is not paired. */
export function codeOn(screen: Page) {
  return screen.getByText(codeWords);
}

export async function readCode(screen: Page): Promise<string> {
  await expect(codeOn(screen)).toBeVisible();
  return (await codeOn(screen).textContent()) ?? '';
}

async function askFor<T>(product: Product, path: string, method: string, body?: object) {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const reply = await product.ask(path, init);
  expect(reply.ok, `${method} ${path}: ${reply.status}`).toBe(true);
  return (reply.status === 204 ? undefined : await reply.json()) as T;
}

export async function saveGroup(
  product: Product,
  name: string,
  cameras: readonly Pick<CameraView, 'id'>[],
): Promise<string> {
  const cameraIds = cameras.map(({ id }) => id);
  const body = { name, cameraIds };
  return (await askFor<{ id: string }>(product, routes.cameraGroups, 'POST', body)).id;
}

/** What a screen is given; by the administrator's own session, without the page. */
export interface GivenScreen {
  readonly name: string;
  readonly viewId: string;
  readonly groupId: string;
}

export function approveScreen(
  product: Product,
  code: string,
  given: GivenScreen,
): Promise<KioskView> {
  return askFor<KioskView>(product, routes.kiosks, 'POST', { code, ...given });
}

export function changeScreen(
  product: Product,
  { id }: KioskView,
  change: Partial<GivenScreen>,
): Promise<KioskView> {
  return askFor<KioskView>(product, routes.kiosk(id), 'PATCH', change);
}

export async function removeScreen(product: Product, { id }: KioskView): Promise<void> {
  await askFor(product, routes.kiosk(id), 'DELETE');
}

export async function readScreen(product: Product, { id }: KioskView): Promise<KioskView> {
  const { kiosks } = await askFor<{ kiosks: KioskView[] }>(product, routes.kiosks, 'GET');
  const found = kiosks.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no screen ${id}`);
  return found;
}

/** Every address that a page was at or asked for, and the secrets that it was told. */
export class Addresses {
  readonly seen: string[] = [];
  readonly secrets: string[] = [];

  constructor(page: Page) {
    page.on('request', (request) => this.seen.push(request.url()));
    page.on('websocket', (socket) => this.seen.push(socket.url()));
    page.on('framenavigated', (frame) => this.seen.push(frame.url()));
    page.on('response', async (response) => {
      if (new URL(response.url()).pathname !== routes.pairings) return;
      const { code, secret } = (await response.json()) as { code: string; secret: string };
      this.secrets.push(code, secret);
    });
  }
}
