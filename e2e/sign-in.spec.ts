import { runProduct } from '../scripts/run-product.ts';
import { addPerson, goodPassword, signInByPage, windowOf } from './support/people.ts';
import { expect, test } from './support/test.ts';

test.describe('the ways in', { tag: '@trust' }, () => {
  test.use({
    signedInAs: null,
    actionTimeout: 10_000,
    // Each is a refusal that its test brings about.
    allowedFaults: [/status of (400|401|403|409|429)/],
  });

  test('first run: from the printed address to the first administrator', async ({ page }) => {
    const bare = await runProduct([], { WATCHFLOOR_DEMO: '' });
    await page.goto(bare.origin);
    await expect(page.getByRole('heading', { name: 'has not been set up yet' })).toBeVisible();
    await page.goto(`${bare.origin}/setup`);
    await expect(page.getByText('This address has no set-up code')).toBeVisible();
    await page.goto('about:blank');
    await page.goto(`${bare.origin}/setup#wrong`);
    await page.getByLabel('Your name').fill('Mira');
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Set up and sign in' }).click();
    await expect(page.getByText('Use at least 12 characters.')).toBeVisible();
    await page.getByLabel('New password').fill(goodPassword);
    await page.getByLabel('The same password once more').fill(`${goodPassword}x`);
    await page.getByRole('button', { name: 'Set up and sign in' }).click();
    await expect(page.getByText('The two passwords are not the same.')).toBeVisible();
    await page.getByLabel('The same password once more').fill(goodPassword);
    await page.getByRole('button', { name: 'Set up and sign in' }).click();
    await expect(page.getByText('This set-up code no longer works')).toBeVisible();
    await expect(page.getByLabel('Your name')).toHaveValue('Mira');

    await page.goto('about:blank');
    await page.goto(`${bare.origin}${bare.setUpPlace}`);
    await page.getByLabel('Your name').fill('Mira');
    await page.getByLabel('New password').fill('mira-mira-mira');
    await page.getByLabel('The same password once more').fill('mira-mira-mira');
    await page.getByRole('button', { name: 'Set up and sign in' }).click();
    await expect(page.getByText('This password is too easy to guess.')).toBeVisible();
    await page.getByLabel('New password').fill(goodPassword);
    await page.getByLabel('The same password once more').fill(goodPassword);
    await page.getByRole('button', { name: 'Set up and sign in' }).click();
    await expect(page.getByText('Put your first cameras on the wall')).toBeVisible();
    expect(page.url()).toBe(`${bare.origin}/`);
    await page.getByRole('link', { name: 'People' }).click();
    await expect(page.getByRole('row', { name: 'Mira (you)' })).toContainText('Administrator');
    await page.close();
    await bare.stop();
  });

  test('wrong passwords slow down; the right one works when the wait is over', async ({
    page,
    product,
  }) => {
    await addPerson(product, { name: 'Forgetful', role: 'viewer' });
    await page.goto(product.origin);
    const refused = page.getByText('Name and password do not fit together.');
    // The sixth comes too soon; on a machine that takes longer than the wait, one after it.
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      const answered = page.waitForResponse((reply) => reply.request().method() === 'POST');
      await signInByPage(page, 'Forgetful', `wrong password ${attempt}`);
      if ((await answered).status() === 429) break;
      await expect(refused).toBeVisible();
    }
    await expect(page.getByRole('button', { name: /^Try again in \d+ s$/ })).toBeVisible();
    await expect(page.getByText('Too many wrong passwords.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await signInByPage(page, 'Forgetful');
    await expect(page.locator('[data-connection="connected"]')).toBeVisible();
    await page.close();
  });

  test('signing out ends every tab of the browser', async ({ browser, product }) => {
    await addPerson(product, { name: 'Tabs', role: 'operator' });
    const { context, page } = await windowOf(browser, product, 'Tabs', '/account');
    const second = await context.newPage();
    await second.goto(`${product.origin}/account`);
    await expect(second.getByText('You are Operator.')).toBeVisible();
    await page.getByRole('button', { name: 'Account of Tabs' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByText('You are signed out')).toBeVisible();
    await expect(second.getByText('You are signed out')).toBeVisible();
    await signInByPage(second, 'Tabs');
    await expect(page.getByText('You are Operator.')).toBeVisible();
    await context.close();
  });

  test('an address of the demo signs in by one click, and leaves no code behind', async ({
    page,
    product,
  }) => {
    await page.goto(product.demoAddress('viewer'));
    await expect(
      page.getByRole('button', { name: 'Account of Demo viewer, Viewer' }),
    ).toBeVisible();
    expect(page.url()).not.toContain('demo.');
    await expect(page.getByRole('link', { name: 'People' })).toHaveCount(0);
    await page.goto(product.demoAddress('administrator'));
    await expect(page.getByRole('button', { name: 'Account of Demo administrator' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'People' })).toBeVisible();
    await page.goto('about:blank');
    await page.goto(`${product.origin}/sign-in#demo.wrong`);
    await expect(page.getByText('This address of the demo no longer works.')).toBeVisible();
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('button', { name: 'Account of Demo administrator' })).toBeVisible();
    await page.close();
  });

  test('signing in leads on to a place of ours, and to no other', async ({ page, product }) => {
    await addPerson(product, { name: 'Walker', role: 'viewer' });
    await page.goto(`${product.origin}/sign-in?to=%2Faccount`);
    await signInByPage(page, 'Walker');
    await expect(page.getByText('You are Viewer.')).toBeVisible();
    expect(page.url()).toBe(`${product.origin}/account`);
    for (const foreign of ['//evil.example', '/\\\\evil.example', 'https://evil.example']) {
      await page.goto(`${product.origin}/sign-in?to=${encodeURIComponent(foreign)}`);
      await expect(page.locator('[data-connection="connected"]')).toBeVisible();
      expect(new URL(page.url()).origin).toBe(product.origin);
      expect(page.url()).not.toContain('evil');
    }
    await page.close();
  });
});
