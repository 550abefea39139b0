import '../../ui/browser-test.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { queryKeys } from '../../device-access/queries.ts';
import { testCamera } from '../../playback/test-cameras.ts';
import { FakeRules, ruleOf } from './fake-rules.ts';
import { RulesPage } from './rules-page.tsx';

let proxy: FakeRules;
let router: ReturnType<typeof makeRouter>;

function makeRouter() {
  const root = createRootRoute();
  const rules = createRoute({
    getParentRoute: () => root,
    path: '/rules',
    validateSearch: ({ rule }) => (typeof rule === 'string' ? { rule } : {}),
    component: function Page() {
      const { rule } = rules.useSearch();
      const navigate = rules.useNavigate();
      return (
        <div style={{ height: '100vh', display: 'flex' }}>
          <RulesPage
            open={rule}
            onOpen={(next) => void navigate({ search: next === undefined ? {} : { rule: next } })}
          />
        </div>
      );
    },
  });
  const elsewhere = createRoute({
    getParentRoute: () => root,
    path: '/wall',
    component: () => <p>The wall</p>,
  });
  return createRouter({
    routeTree: root.addChildren([rules, elsewhere]),
    history: createMemoryHistory({ initialEntries: ['/rules'] }),
  });
}

beforeEach(() => {
  proxy = new FakeRules();
  proxy.rules = [
    ruleOf('call', { name: '', topic: 'call', priority: 1 }),
    ruleOf('night', {
      name: 'Yard at night',
      cameraIds: ['yard'],
      hours: [{ days: [1, 2, 3, 4, 5], fromMinute: 1320, toMinute: 360 }],
      condition: { ...ruleOf('').condition, leastPercent: 20 },
    }),
  ];
});
afterEach(() => vi.unstubAllGlobals());

async function open(): Promise<void> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const fresh = { updatedAt: Date.now() + 60_000 };
  client.setQueryData(
    queryKeys.cameras,
    [
      testCamera([], { id: 'gate', name: 'Gate', zone: 'Asia/Tokyo' }),
      testCamera([], { id: 'yard', name: 'Yard', zone: 'Europe/Berlin' }),
    ],
    fresh,
  );
  client.setQueryData(queryKeys.site, { name: 'Site', zone: 'UTC' }, fresh);
  router = makeRouter();
  await render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  await expect.element(page.getByRole('heading', { name: 'Alarm rules' })).toBeVisible();
}

const field = (name: string) => page.getByLabelText(name, { exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const saved = (id: string) => proxy.rules.find((rule) => rule.id === id);

describe('the list', () => {
  test('says each rule in words', async () => {
    await open();
    const row = page.getByRole('row', { name: 'Yard at night' });
    await expect.element(row).toHaveTextContent('Medium');
    await expect.element(row).toHaveTextContent('Motion');
    await expect.element(row).toHaveTextContent('Mon to Fri 22:00 to 06:00 of the next day');
    await expect
      .element(page.getByRole('row', { name: 'Critical' }))
      .toHaveTextContent('Emergency call');
  });

  test('switches a rule off at once, and removes one after a question', async () => {
    await open();
    await userEvent.click(page.getByRole('switch', { name: 'Yard at night' }));
    await expect.poll(() => saved('night')?.enabled).toBe(false);
    expect(saved('night')?.condition.leastPercent).toBe(20);
    await userEvent.click(button('Remove Yard at night'));
    await userEvent.click(button('Remove the rule'));
    await expect.poll(() => proxy.rules.map(({ id }) => id)).toEqual(['call']);
  });
});

describe('the editor', () => {
  test('makes a rule by the keyboard, and tells what it would have raised', async () => {
    await open();
    await userEvent.click(button('New rule'));
    await expect.element(page.getByText('14 alarms in the last 24 hours.')).toBeVisible();
    await userEvent.fill(field('Name'), 'Trucks');
    await userEvent.selectOptions(field('What it is about'), 'object');
    await userEvent.click(page.getByRole('checkbox', { name: 'Vehicle' }));
    await userEvent.fill(field('At least so sure, in %'), '60');
    await userEvent.click(page.getByRole('radio', { name: 'High' }));
    await userEvent.click(page.getByRole('radio', { name: 'Only some' }));
    await userEvent.click(page.getByRole('checkbox', { name: 'Gate' }));
    await userEvent.click(page.getByRole('radio', { name: 'Only at certain hours' }));
    await expect.element(page.getByText('By the clock of the camera: Asia/Tokyo.')).toBeVisible();
    await userEvent.fill(field('What to do'), 'Call the gate.');
    await expect.poll(() => proxy.tried.at(-1)?.condition.objectKinds).toEqual(['vehicle']);
    await userEvent.click(field('Name'));
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => saved('made'))
      .toMatchObject({
        name: 'Trucks',
        topic: 'object',
        priority: 2,
        cameraIds: ['gate'],
        condition: { objectKinds: ['vehicle'], leastPercent: 60 },
        hours: [{ days: [1, 2, 3, 4, 5, 6, 0], fromMinute: 1080, toMinute: 360 }],
        procedure: 'Call the gate.',
      });
    await expect.element(page.getByRole('table', { name: 'Alarm rules' })).toBeVisible();
  });

  test('says what is wrong, goes there, and loses nothing', async () => {
    await open();
    await userEvent.click(button('New rule'));
    await userEvent.selectOptions(field('What it is about'), 'parking');
    await userEvent.fill(field('From so full on, in %'), '950');
    await userEvent.click(button('Save'));
    await expect.element(page.getByText(/Give the rule a name/)).toBeVisible();
    await expect.element(page.getByText('A number from 0 to 100.')).toBeVisible();
    await expect.element(field('Name')).toHaveFocus();
    await expect.element(field('From so full on, in %')).toHaveValue('950');
    expect(proxy.rules).toHaveLength(2);
  });

  test('keeps what was typed where the proxy refuses it', async () => {
    proxy.refuses = { status: 503, body: { kind: 'internal', reason: 'internal' } };
    await open();
    await userEvent.click(button('New rule'));
    await userEvent.fill(field('Name'), 'Trucks');
    await userEvent.click(button('Save'));
    await expect
      .element(page.getByText('Nothing is lost: change it, or save again.'))
      .toBeVisible();
    await expect.element(field('Name')).toHaveValue('Trucks');
  });

  test('warns of too many alarms, and says where not all was looked at', async () => {
    proxy.trial = { sinceMs: 0, alarms: 400, looked: 20_000, whole: false };
    await open();
    await userEvent.click(button('New rule'));
    await expect.element(page.getByText('At least 400 alarms in the last 24 hours.')).toBeVisible();
    await expect.element(page.getByText(/That is too many/)).toBeVisible();
    await expect.element(page.getByText(/Only the newest 20,000 events/)).toBeVisible();
  });

  test('asks before what was changed is lost, and only then', async () => {
    await open();
    await userEvent.click(button('Yard at night'));
    await userEvent.click(button('All rules'));
    await expect.element(page.getByRole('table', { name: 'Alarm rules' })).toBeVisible();
    await userEvent.click(button('Yard at night'));
    await userEvent.fill(field('Name'), 'Yard');
    await userEvent.click(button('All rules'));
    await userEvent.click(button('Stay'));
    await expect.element(field('Name')).toHaveValue('Yard');
    void router.navigate({ to: '/wall' as never });
    await userEvent.click(button('Leave without saving'));
    await expect.element(page.getByText('The wall')).toBeVisible();
    expect(saved('night')?.name).toBe('Yard at night');
  });

  test('puts a rule of the product back as it came', async () => {
    proxy.rules = [ruleOf('lost-view', { name: 'Ours', topic: 'channel', priority: 4 })];
    await open();
    await userEvent.click(button('Ours'));
    await userEvent.click(button('As it came with the product'));
    await expect.element(field('Only if it lasts so long, in seconds')).toHaveValue('15');
    await userEvent.click(button('Save'));
    await expect.poll(() => saved('lost-view')).toMatchObject({ name: '', priority: 2 });
    await expect.element(button('View lost')).toBeVisible();
  });

  test('sends to devices that take it', async () => {
    proxy.places = {
      devices: [{ deviceId: 'd1', name: 'Recorder', kinds: ['call', 'mark'], cameraIds: ['yard'] }],
    };
    await open();
    await userEvent.click(button('Yard at night'));
    await userEvent.click(button('Mark a recording'));
    await userEvent.click(button('Save'));
    await expect.element(page.getByText('Choose where it goes.')).toBeVisible();
    await userEvent.selectOptions(field('Camera'), 'yard');
    await userEvent.fill(field('Title'), 'Somebody in the yard');
    await userEvent.click(button('Save'));
    await expect
      .poll(() => saved('night')?.sendings)
      .toMatchObject([{ kind: 'mark', cameraId: 'yard', title: 'Somebody in the yard' }]);
  });
});
