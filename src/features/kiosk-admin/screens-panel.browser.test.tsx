import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { routes } from '../../api/routes.ts';
import { toasts } from '../../ui/toast-store.ts';
import { type FakeScreens, fakeScreens, problem, screenNamed } from './fake-screens.ts';
import { ScreensPanel } from './screens-panel.tsx';
import './browser-test.css';

let screens: FakeScreens;
beforeEach(async () => {
  await page.viewport(1280, 800);
  toasts.setState({ list: [] });
});
afterEach(() => vi.unstubAllGlobals());

async function show(fake: FakeScreens): Promise<void> {
  screens = fake;
  vi.stubGlobal('fetch', fake.fetch);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await render(
    <QueryClientProvider client={client}>
      <ScreensPanel />
    </QueryClientProvider>,
  );
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const field = (name: string) => page.getByLabelText(name, { exact: true });
const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
const dialog = () => page.getByRole('dialog');

async function openRowMenu(name: string, item: string): Promise<void> {
  await userEvent.click(button(`More for ${name}`));
  await userEvent.click(page.getByRole('menuitem', { name: item }));
}

describe('the list of screens', () => {
  test('tells how to begin where there is none', async () => {
    await show(fakeScreens());
    await expect.element(page.getByText('No screens yet')).toBeVisible();
    await expect.element(page.getByText(/\/kiosk in its browser/)).toBeVisible();
    await expect.element(button('Add a screen')).toBeEnabled();
  });

  test('says what each shows, and whether it is looking', async () => {
    const away = { connected: false, lastSeenMs: Date.UTC(2026, 10, 20), viewId: 'none' };
    await show(fakeScreens(screenNamed('Reception'), screenNamed('Yard', away)));
    await expect.element(row('Reception')).toHaveTextContent(/Connected.*Lobby.*Gates/);
    await expect.element(row('Reception')).toHaveTextContent('192.168.1.30');
    await expect.element(row('Yard')).toHaveTextContent(/Last seen .*2026.*gone: choose another/);
    await expect.element(page.getByText('2 screens')).toBeVisible();
  });

  test('shows each as a card on a phone', async () => {
    await page.viewport(390, 844);
    await show(fakeScreens(screenNamed('Reception')));
    await expect.element(page.getByRole('listitem')).toHaveTextContent(/Reception.*Connected/);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });

  test('says so when it cannot be read, and reads it again on request', async () => {
    const fake = fakeScreens(screenNamed('Reception'));
    let broken = true;
    const answer = fake.fetch;
    const failing: typeof fetch = (input, init) =>
      broken && input === routes.kiosks
        ? Promise.resolve(problem('internal', 500)())
        : answer(input, init);
    await show({ ...fake, fetch: failing });
    await expect.element(page.getByRole('alert')).toHaveTextContent(/could not be read/);
    broken = false;
    await userEvent.click(button('Try again'));
    await expect.element(row('Reception')).toBeVisible();
  });
});

describe('adding a screen', () => {
  const fill = async (code: string) => {
    await userEvent.click(button('Add a screen'));
    await expect.element(field('Code on the screen')).toHaveFocus();
    await userEvent.fill(field('Code on the screen'), code);
    await userEvent.fill(field('Name'), ' Reception ');
    await userEvent.selectOptions(field('View'), 'Lobby');
  };

  test('takes a code however it is typed, and a group made of the cameras of the view', async () => {
    await show(fakeScreens());
    await fill('7kq2 mxp4');
    await expect.element(field('Code on the screen')).toHaveValue('7KQ2-MXP4');
    await userEvent.click(button('Make a group of the cameras of “Lobby”'));
    await expect.element(field('Camera group')).toHaveDisplayValue('Lobby');
    await expect.element(button(/Make a group/)).not.toBeInTheDocument();
    await userEvent.click(button('Let it in'));
    await expect.element(row('Reception')).toHaveTextContent('Lobby');
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(screens.asked).toEqual([
      {
        method: 'POST',
        path: routes.cameraGroups,
        body: { name: 'Lobby', cameraIds: ['gate', 'lobby'] },
      },
      {
        method: 'POST',
        path: routes.kiosks,
        body: { code: '7KQ2-MXP4', name: 'Reception', viewId: 'v1', groupId: 'g2' },
      },
    ]);
    expect(toasts.getState().list).toMatchObject([{ tone: 'done' }]);
  });

  test('offers the group that holds just these cameras, where there is one', async () => {
    const fake = fakeScreens();
    fake.groups.push({ id: 'same', name: 'Hall', cameraIds: ['lobby', 'gate'] });
    await show(fake);
    await fill('7KQ2-MXP4');
    await userEvent.click(button('Use the group “Hall”'));
    await expect.element(field('Camera group')).toHaveDisplayValue('Hall');
    expect(screens.asked).toEqual([]);
  });

  test('says how many tiles a group would leave empty', async () => {
    await show(fakeScreens());
    await fill('7KQ2-MXP4');
    await userEvent.selectOptions(field('Camera group'), 'Gates');
    await expect
      .element(page.getByText(/1 camera of this view is not in this group/))
      .toBeVisible();
  });

  test('keeps what was typed when the code is wrong', async () => {
    await show(fakeScreens());
    await fill('AAAA-AAAA');
    await userEvent.selectOptions(field('Camera group'), 'Gates');
    await userEvent.keyboard('{Tab}');
    await userEvent.click(button('Let it in'));
    await expect.element(page.getByRole('alert')).toHaveTextContent('No screen shows this code');
    await expect.element(field('Code on the screen')).toHaveFocus();
    await expect.element(field('Name')).toHaveValue(' Reception ');
    await userEvent.keyboard('7kq2mxp4{Enter}');
    await expect.element(row('Reception')).toBeVisible();
  });

  test.each([
    ['too-many-attempts', 429, { retryAfterMs: 3200 }, 'Try again in 4 seconds.'],
    ['conflict', 409, { detail: 'name' }, 'Another screen has this name.'],
  ])('explains %s in words of its own', async (reason, status, more, words) => {
    const fake = fakeScreens();
    fake.refusal = problem(reason, status, more);
    await show(fake);
    await fill('7KQ2-MXP4');
    await userEvent.selectOptions(field('Camera group'), 'Gates');
    await userEvent.click(button('Let it in'));
    await expect.element(page.getByRole('alert')).toHaveTextContent(words);
  });

  test('sends nothing that is not whole', async () => {
    await show(fakeScreens());
    await userEvent.click(button('Add a screen'));
    await userEvent.fill(field('Code on the screen'), '7KQ2');
    await userEvent.click(button('Let it in'));
    for (const words of [
      'Type all eight characters that the screen shows.',
      'Give the screen a name.',
      'Choose a view.',
      'Choose a camera group.',
    ]) {
      await expect.element(page.getByText(words)).toBeVisible();
    }
    expect(screens.asked).toEqual([]);
  });
});

describe('a screen of the list', () => {
  test('is changed, and only what differs is sent', async () => {
    await show(fakeScreens(screenNamed('Reception')));
    await openRowMenu('Reception', 'Change…');
    await userEvent.selectOptions(field('View'), 'Yard');
    await userEvent.click(button('Save'));
    await expect.element(row('Reception')).toHaveTextContent('Yard');
    const path = routes.kiosk('reception');
    expect(screens.asked).toEqual([{ method: 'PATCH', path, body: { viewId: 'v2' } }]);
    await expect.element(button('More for Reception')).toHaveFocus();
  });

  test('is removed after a question', async () => {
    await show(fakeScreens(screenNamed('Reception')));
    await openRowMenu('Reception', 'Remove…');
    await expect.element(page.getByText(/Its pictures end at once/)).toBeVisible();
    await userEvent.click(button('Cancel'));
    expect(screens.asked).toEqual([]);
    await openRowMenu('Reception', 'Remove…');
    await userEvent.click(button('Remove the screen'));
    await expect.element(page.getByText('No screens yet')).toBeVisible();
  });
});
