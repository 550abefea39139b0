import type { Page } from '@playwright/test';
import type { Product } from '../../scripts/run-product.ts';
import type { DeviceView } from '../../src/api/device.ts';
import { routes } from '../../src/api/routes.ts';
import { enterOnce } from './sign-in.ts';
import { expect } from './test.ts';

export async function deviceNamed(product: Product, name: string): Promise<DeviceView> {
  const reply = await product.ask(routes.devices);
  const { devices } = (await reply.json()) as { devices: DeviceView[] };
  const found = devices.find((device) => device.name === name);
  if (found === undefined) throw new Error(`no device ${name}`);
  return found;
}

/** Opens the console of a device. */
export async function openConsole(page: Page, product: Product, device: string): Promise<void> {
  const { id } = await deviceNamed(product, device);
  await enterOnce(page.context(), product);
  await page.goto(`${product.origin}/devices/${id}/endpoints`);
}

/** Chooses another row in the open console. */
export async function chooseEndpoint(page: Page, id: string): Promise<void> {
  const link = page.locator(`[data-endpoint="${id}"]`);
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
  await expect(replyOf(page)).toHaveCount(0);
}

/** Opens one row of a device in the console. */
export async function openEndpoint(page: Page, product: Product, device: string, id: string) {
  const { id: deviceId } = await deviceNamed(product, device);
  await enterOnce(page.context(), product);
  await page.goto(`${product.origin}/devices/${deviceId}/endpoints?endpoint=${id}`);
  await expect(page.locator('#endpoint-title')).toBeVisible();
}

/** The field of a parameter, whether it may be left out or not. */
export function fieldNamed(page: Page, name: string) {
  const literal = name.replaceAll('.', '\\.');
  return page.getByLabel(new RegExp(`^${literal}(?: \\(optional\\))?$`));
}

/** Types or chooses a value for each parameter. */
export async function fillIn(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = fieldNamed(page, name);
    const isChoice = await field.evaluate((control) => control instanceof HTMLSelectElement);
    if (isChoice) await field.selectOption(value);
    else await field.fill(value);
  }
}

export const runButton = (page: Page) => page.getByRole('button', { name: 'Run', exact: true });
export const replyOf = (page: Page) => page.getByRole('region', { name: 'Reply', exact: true });
