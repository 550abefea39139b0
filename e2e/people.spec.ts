import { routes } from '../src/api/routes.ts';
import { PageFaults } from './support/page-faults.ts';
import { addPerson, goodPassword, SocketWatch, signInByPage, windowOf } from './support/people.ts';
import { expect, test } from './support/test.ts';
import { cameraNamed, readView, readyCameras, saveWall } from './support/wall.ts';

test.use({ siteName: 'people' });

test.describe('people', { tag: '@trust' }, () => {
  test.use({
    signedInAs: null,
    actionTimeout: 10_000,
    // Each is a refusal that its test brings about.
    allowedFaults: [/status of (400|401|403|409|429)/],
  });

  test('an operator with one group sees its cameras and no others', async ({
    page,
    browser,
    product,
  }) => {
    const cameras = await readyCameras(product);
    const viewId = await saveWall(product, {
      name: 'All',
      layout: '16',
      cameras,
    });
    await page.goto(`${product.origin}/people?tab=groups`);
    await expect(page.getByText('This is a demo site')).toBeVisible();
    await addPerson(product, { name: 'Boss', role: 'administrator' });
    await signInByPage(page, 'Boss');
    await page.getByRole('button', { name: 'Add a camera group' }).click();
    await page.getByLabel('Name of the group').fill('Entrances');
    await page.getByLabel('Find a camera').fill('gate');
    await page.getByRole('checkbox', { name: 'Main gate' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Add a camera group' }).click();
    await expect(page.getByRole('row', { name: 'Entrances' })).toContainText('nobody');
    await page.getByRole('tab', { name: 'People' }).click();
    await page.getByRole('button', { name: 'Add a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Gatekeeper');
    await dialog.getByLabel('Only those of certain groups').check();
    await dialog.getByRole('button', { name: 'Suggest one' }).click();
    await dialog.getByRole('button', { name: 'Add a person' }).click();
    const secret = page.getByRole('dialog', { name: 'Password of Gatekeeper' });
    await expect(page.getByText('Choose at least one group')).toBeVisible();
    await dialog.getByRole('checkbox', { name: 'Entrances (1 camera)' }).check();
    await dialog.getByRole('button', { name: 'Add a person' }).click();
    const password = await secret.getByLabel('Password', { exact: true }).inputValue();
    await secret.getByRole('button', { name: 'I have passed it on' }).click();
    await expect(page.getByRole('row', { name: 'Gatekeeper' })).toContainText('Entrances');

    const other = await browser.newContext();
    const faults = new PageFaults(other);
    const window = await other.newPage();
    await window.goto(`${product.origin}/live/${viewId}`);
    await signInByPage(window, 'gatekeeper', password);
    await expect(window.getByRole('treeitem', { name: /Main gate/ })).toBeVisible();
    await expect(window.locator('[data-camera-row]')).toHaveCount(1);
    await expect(window.getByRole('grid').locator('[data-camera]')).toHaveCount(1);
    await expect(window.getByRole('link', { name: 'Devices' })).toHaveCount(0);
    await window.goto(`${product.origin}/devices`);
    await expect(window.getByText('Your role may not change devices')).toBeVisible();
    const hidden = cameraNamed(cameras, 'Loading dock').id;
    await window.goto(`${product.origin}/cam/${hidden}`);
    await expect(window.getByText('Main gate')).toHaveCount(0);
    const status = await window.evaluate(
      async (path) => (await fetch(path)).status,
      routes.snapshot(hidden),
    );
    expect(status).toBe(404);
    expect(faults.besides([/status of 404/])).toEqual([]);
    await other.close();
    await page.close();
  });

  test('a changed role ends the sessions of a person within a second, in words', {
    tag: '@alone',
  }, async ({ browser, product }) => {
    const person = await addPerson(product, { name: 'Climber', role: 'operator' });
    const { context, page } = await windowOf(browser, product, 'Climber', '/account');
    const reply = await product.ask(routes.person(person.id), {
      method: 'PATCH',
      body: JSON.stringify({ role: 'viewer' }),
    });
    expect(reply.status).toBe(200);
    const changedAtMs = Date.now();
    await expect(page.getByText('You were signed out')).toBeVisible();
    expect(Date.now() - changedAtMs).toBeLessThan(1000);
    expect(page.url()).toBe(`${product.origin}/account`);
    await signInByPage(page, 'Climber');
    await expect(page.getByText('You are Viewer.')).toBeVisible();
    await context.close();
  });

  test('the sockets of a revoked session close within a second', { tag: '@alone' }, async ({
    browser,
    product,
  }) => {
    const cameras = await readyCameras(product);
    const viewId = await saveWall(product, {
      name: 'Nine',
      layout: '9',
      cameras: cameras.slice(0, 9),
    });
    await addPerson(product, { name: 'Watcher', role: 'viewer' });
    const context = await browser.newContext();
    const page = await context.newPage();
    const sockets = new SocketWatch(page);
    await page.goto(`${product.origin}/live/${viewId}`);
    await signInByPage(page, 'Watcher');
    await expect(page.getByRole('gridcell', { name: /, live$/ }).first()).toBeVisible();
    const open = sockets.opened;
    expect(open).toBeGreaterThanOrEqual(1);

    const boss = await browser.newContext();
    const desk = await boss.newPage();
    await addPerson(product, { name: 'Desk', role: 'administrator' });
    await desk.goto(`${product.origin}/people?tab=sessions`);
    await signInByPage(desk, 'Desk');
    const ended = desk.waitForResponse((reply) => reply.request().method() === 'DELETE');
    await desk.getByRole('button', { name: /End the session of Watcher/ }).click();
    expect((await ended).status()).toBe(204);
    const endedAtMs = Date.now();
    await expect(page.getByText('You were signed out')).toBeVisible();
    await expect.poll(() => sockets.closedAtMs.length).toBe(sockets.opened);
    const lastMs = Math.max(...sockets.closedAtMs) - endedAtMs;
    test.info().annotations.push({ type: 'last socket closed, ms', description: String(lastMs) });
    expect(lastMs).toBeLessThan(1000);
    await signInByPage(page, 'Watcher');
    await expect(page.getByRole('gridcell', { name: /, live$/ }).first()).toBeVisible();
    await boss.close();
    await context.close();
  });

  test('a new password works, the old one does not, and other sessions end', async ({
    browser,
    product,
  }) => {
    await addPerson(product, { name: 'Changer', role: 'operator' });
    const here = await windowOf(browser, product, 'Changer', '/account');
    const there = await windowOf(browser, product, 'Changer', '/account');
    const next = 'velvet anchor thirteen moss';
    const { page } = here;
    await page.getByLabel('Current password').fill('not my password');
    await page.getByLabel('New password').fill(next);
    await page.getByLabel('The same password once more').fill(next);
    await page.getByRole('button', { name: 'Change the password' }).click();
    await expect(page.getByText('This is not your current password.')).toBeVisible();
    await expect(page.getByLabel('New password')).toHaveValue(next);
    await page.getByLabel('Current password').fill(goodPassword);
    await page.getByRole('button', { name: 'Change the password' }).click();
    await expect(page.getByText('Your password was changed.')).toBeVisible();
    await expect(there.page.getByText('You were signed out')).toBeVisible();
    await signInByPage(there.page, 'Changer');
    await expect(there.page.getByText('Name and password do not fit together.')).toBeVisible();
    await expect(there.page.getByLabel('Password', { exact: true })).toBeFocused();
    await signInByPage(there.page, 'Changer', next);
    await expect(there.page.getByText('You are Operator.')).toBeVisible();
    await here.context.close();
    await there.context.close();
  });

  test('a locked window watches on, asks for the password, and then goes on by itself', async ({
    browser,
    product,
  }) => {
    await addPerson(product, { name: 'Away', role: 'administrator' });
    const { context, page } = await windowOf(browser, product, 'Away', '/people?tab=groups');
    await page.getByRole('button', { name: 'Account of Away' }).click();
    await page.getByRole('menuitem', { name: 'Lock now' }).click();
    await expect(
      page.getByRole('button', { name: 'Account of Away, Administrator, locked' }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Add a camera group' }).first().click();
    await page.getByLabel('Name of the group').fill('Yard');
    await page.getByRole('dialog').getByRole('button', { name: 'Add a camera group' }).click();
    const question = page.getByRole('dialog', { name: 'Your password, please' });
    await expect(question).toContainText('This window is locked');
    await question.getByLabel('Password', { exact: true }).fill('a wrong password');
    await question.getByRole('button', { name: 'Confirm' }).click();
    await expect(question.getByText('This is not your password.')).toBeVisible();
    await question.getByLabel('Password', { exact: true }).fill(goodPassword);
    await question.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByText('Group “Yard” was saved.')).toBeVisible();
    await expect(page.getByRole('row', { name: 'Yard' })).toBeVisible();
    await context.close();
  });

  test('a viewer moves a wall about in the own window and saves nothing', async ({
    browser,
    product,
  }) => {
    const cameras = await readyCameras(product);
    const viewId = await saveWall(product, {
      name: 'Four',
      layout: '4',
      cameras: cameras.slice(0, 4),
    });
    await addPerson(product, { name: 'Looker', role: 'viewer' });
    const { context, page } = await windowOf(browser, product, 'Looker', `/live/${viewId}`);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`);
    });
    await expect(page.getByRole('button', { name: 'New view' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'More for view Four' })).toHaveCount(0);
    await page.getByRole('gridcell').first().click();
    await page.keyboard.press('Delete');
    await expect(page.getByText('Not saved: your role may look, not arrange.')).toBeVisible();
    await expect(page.getByRole('gridcell').first()).toHaveAccessibleName('Tile 1, empty');
    await page.getByRole('button', { name: 'Show as saved' }).click();
    await expect(page.getByRole('gridcell').first()).not.toHaveAccessibleName('Tile 1, empty');
    const refusal = await page.evaluate(async (path) => {
      const reply = await fetch(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'x-watchfloor': '1' },
        body: JSON.stringify({ name: 'Mine', layout: '1', cells: [] }),
      });
      return reply.status;
    }, routes.view(viewId));
    expect(refusal).toBe(403);
    expect((await readView(product, viewId)).name).toBe('Four');
    expect(sent.filter((line) => line.includes('/api/views'))).toHaveLength(1);
    await context.close();
  });
});
