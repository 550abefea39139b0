import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CameraView } from '../../api/camera.ts';
import type { SessionView } from '../../api/session.ts';
import type { ViewContent } from '../../api/view.ts';
import { noCapabilities, noOffers } from '../../domain/camera.ts';
import { type Role, verbsOf } from '../../domain/role.ts';
import type { View } from '../../domain/view.ts';
import { showToast, toasts } from '../../ui/toast-store.ts';
import { LivePage } from './live-page.tsx';
import { preferences } from './preferences.ts';
import type { WallRoads } from './wall-roads.ts';
import './browser-test.css';

// Pictures have tests of their own; here a tile is its name and its controls.
vi.mock('../../playback/camera-tile.tsx', () => ({
  CameraTile: ({ camera, children }: { camera: CameraView; children: React.ReactNode }) => (
    <div style={{ position: 'absolute', inset: 0 }}>
      {camera.name}
      {children}
    </div>
  ),
}));
vi.mock('../../playback/picture-surface.tsx', () => ({
  PictureSurface: ({ className, children }: { className: string; children: React.ReactNode }) => (
    <div className={className}>{children}</div>
  ),
}));
// What alarms there are stands in their store.
vi.mock('../../device-access/event-feed.ts', () => ({ openEventFeed: () => () => undefined }));
vi.mock('../../ui/toast-store.ts', { spy: true });

const names = ['Gate', 'Lobby', 'Yard', 'Roof', 'Dock'] as const;
const cameras: CameraView[] = names.map((name, index) => ({
  id: name.toLowerCase(),
  deviceId: 'recorder',
  deviceName: 'Recorder',
  number: index + 1,
  name,
  state: 'connected',
  stateSinceMs: 0,
  streams: [],
  hasSnapshot: false,
  hasPictureSettings: false,
  offers: noOffers,
  capabilities: noCapabilities,
}));

const cell = (cameraId: string) => ({ cameraId, fit: 'contain', quality: 'auto' }) as const;
const view: View = {
  id: 'v1',
  name: 'Day',
  layout: '4',
  cells: [cell('gate'), cell('lobby'), cell('yard'), null],
  alarmPolicy: 'border',
};

let saved: ViewContent[];
let answer: () => Response;
const roads = {
  openView: vi.fn(),
  openCamera: vi.fn(),
  openDevice: vi.fn(),
  openAlarm: vi.fn(),
  addDevice: vi.fn(),
  mirror: vi.fn(),
} satisfies WallRoads;

beforeEach(async () => {
  saved = [];
  answer = () => Response.json({ id: 'v1', ...saved.at(-1) });
  preferences.setState({ singleKeys: true, dockOpen: true });
  toasts.setState({ list: [] });
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    saved.push(JSON.parse(String(init.body)) as ViewContent);
    return answer();
  });
  await page.viewport(1280, 800);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

function sessionOf(role: Role): SessionView {
  return {
    state: 'signed-in',
    person: { id: 'p', name: 'Mira', role },
    may: [...verbsOf(role)],
    allCameras: true,
    locksAfterMs: 900_000,
    locked: false,
    hasPassword: true,
  };
}

async function show(role: Role = 'administrator', crowded = false) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(['session'], sessionOf(role));
  client.setQueryData(['views'], [view]);
  client.setQueryData(['cameras'], cameras);
  client.setQueryData(['devices'], [{ id: 'recorder' }]);
  client.setQueryData(['site'], { name: 'Site', zone: 'UTC' });
  const screen = (isCrowded: boolean) => (
    <QueryClientProvider client={client}>
      <div style={{ display: 'flex', height: '100vh', flexDirection: 'column' }}>
        <LivePage viewId="v1" crowded={isCrowded} roads={roads} />
      </div>
    </QueryClientProvider>
  );
  const { rerender } = await render(screen(crowded));
  await expect.element(tile(0)).toBeVisible();
  return { crowd: (isCrowded: boolean) => rerender(screen(isCrowded)) };
}

const tile = (index: number) => page.elementLocator(document.body).getByRole('gridcell').nth(index);

/** What each tile shows, `-` for none. */
function wall(): string[] {
  return [...document.querySelectorAll('[data-wall-tile]')].map(
    (element) => names.find((name) => element.textContent?.includes(name)) ?? '-',
  );
}

const stored = () =>
  Array.from({ length: 4 }, (_, index) => saved.at(-1)?.cells[index]?.cameraId ?? '-');

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await userEvent.keyboard(key);
}

test('the list makes room for what else stands beside the wall, and comes back after it', async () => {
  const { crowd } = await show('operator', true);
  const list = page.getByRole('heading', { name: 'Cameras' });
  await expect.element(list).not.toBeInTheDocument();
  await press('/');
  await expect.element(list).toBeVisible();
  await crowd(false);
  await expect.element(list).toBeVisible();
  await crowd(true);
  await expect.element(list).not.toBeInTheDocument();
  expect(preferences.getState().dockOpen).toBe(true);
});

test('moves the selection with the arrows and takes the focus along', async () => {
  await show();
  await press('{ArrowRight}', '{ArrowDown}');
  await expect.element(tile(3)).toHaveFocus();
  await expect.element(tile(3)).toHaveAttribute('aria-selected', 'true');
  expect(roads.mirror).toHaveBeenLastCalledWith({ tile: 4 });
});

test('names every tile for those who do not see it', async () => {
  await show();
  await expect.element(tile(0)).toHaveAccessibleName('Tile 1, Gate, connecting');
  await expect.element(tile(3)).toHaveAccessibleName('Tile 4, empty');
});

test('lifts a tile, carries it and drops it, saving once', async () => {
  await show();
  await press('m', '{ArrowRight}', '{ArrowDown}');
  await expect.poll(wall).toEqual(['-', 'Lobby', 'Yard', 'Gate']);
  expect(saved).toEqual([]);
  await press('{Enter}');
  await expect.poll(stored).toEqual(['-', 'lobby', 'yard', 'gate']);
  expect(saved).toHaveLength(1);
});

test('puts a lifted tile back with Escape and saves nothing', async () => {
  await show();
  await press('m', '{ArrowRight}', '{Escape}');
  await expect.poll(wall).toEqual(['Gate', 'Lobby', 'Yard', '-']);
  await expect.element(tile(0)).toHaveFocus();
  expect(saved).toEqual([]);
});

test('clears a tile, undoes it and makes it again', async () => {
  await show();
  await press('{Delete}');
  await expect.poll(wall).toEqual(['-', 'Lobby', 'Yard', '-']);
  await press('{Control>}z{/Control}');
  await expect.poll(wall).toEqual(['Gate', 'Lobby', 'Yard', '-']);
  await expect.poll(stored).toEqual(['gate', 'lobby', 'yard', '-']);
  await press('{Control>}y{/Control}');
  await expect.poll(stored).toEqual(['-', 'lobby', 'yard', '-']);
});

test('shows a camera by its number', async () => {
  await show();
  await press('{ArrowRight}', '5', '{Enter}');
  await expect.poll(wall).toEqual(['Gate', 'Dock', 'Yard', '-']);
});

test('says so when no camera has the number', async () => {
  await show();
  await press('9', '{Enter}');
  expect(vi.mocked(showToast)).toHaveBeenCalledWith({
    tone: 'done',
    text: 'There is no camera 9.',
  });
  expect(saved).toEqual([]);
});

test('opens the camera with F, with Enter and with a double click', async () => {
  await show();
  await press('f', '{Enter}');
  await userEvent.dblClick(tile(1));
  expect(roads.openCamera.mock.calls).toEqual([['gate'], ['gate'], ['lobby']]);
});

test('swaps two tiles by a drag', async () => {
  await show();
  await userEvent.dragAndDrop(tile(0), tile(2));
  await expect.poll(stored).toEqual(['yard', 'lobby', 'gate', '-']);
});

test('replaces a tile by a drag from the list', async () => {
  await show();
  await userEvent.dragAndDrop(page.getByRole('treeitem', { name: /Roof/ }), tile(1));
  await expect.poll(stored).toEqual(['gate', 'roof', 'yard', '-']);
});

test('fills an empty tile from the list with the keyboard alone', async () => {
  await show();
  await press('{ArrowRight}', '{ArrowDown}', '{Enter}');
  await expect.element(page.getByRole('combobox')).toHaveFocus();
  await press('roof', '{Enter}');
  await expect.poll(stored).toEqual(['gate', 'lobby', 'yard', 'roof']);
});

test('swaps by the menu, without a drag', async () => {
  await show();
  await userEvent.hover(tile(0));
  await userEvent.click(page.getByRole('button', { name: 'More for Gate' }));
  await userEvent.click(page.getByRole('menuitem', { name: 'Swap with…' }));
  await userEvent.click(page.getByRole('menuitem', { name: 'Tile 3: Yard' }));
  await expect.poll(stored).toEqual(['yard', 'lobby', 'gate', '-']);
});

test('leaves letters alone in a field and where single keys are off', async () => {
  await show();
  await userEvent.click(page.getByRole('combobox'));
  await press('m', 'f', '5');
  expect(roads.openCamera).not.toHaveBeenCalled();
  await press('{Escape}', '{Escape}');
  preferences.setState({ singleKeys: false });
  await press('f', '5', '{Enter}');
  expect(roads.openCamera.mock.calls).toEqual([['gate']]);
  expect(saved).toEqual([]);
});

test('keeps a change on screen that could not be saved, and saves it again on request', async () => {
  answer = () => Response.json({ kind: 'internal', reason: 'internal' }, { status: 500 });
  await show();
  await press('{Delete}');
  await expect.poll(() => toasts.getState().list).toHaveLength(1);
  expect(wall()).toEqual(['-', 'Lobby', 'Yard', '-']);
  answer = () => Response.json({ id: 'v1', ...saved.at(-1) });
  toasts.getState().list[0]?.action?.run();
  await expect.poll(() => saved).toHaveLength(2);
  expect(stored()).toEqual(['-', 'lobby', 'yard', '-']);
});

test('keeps the cameras that a smaller layout hides', async () => {
  await show();
  await userEvent.click(page.getByRole('button', { name: /^Layout/ }));
  await userEvent.click(page.getByRole('menuitemradio', { name: 'One tile' }));
  await expect.poll(wall).toEqual(['Gate']);
  expect(saved.at(-1)?.cells).toHaveLength(4);
});

test('a viewer changes the own window, is told so, and nothing is sent', async () => {
  await show('viewer');
  expect(page.getByRole('button', { name: 'New view' }).elements()).toEqual([]);
  expect(page.getByRole('button', { name: 'More for view Day' }).elements()).toEqual([]);
  await press('{Delete}', '{ArrowRight}', '5', '{Enter}');
  await expect.poll(wall).toEqual(['-', 'Dock', 'Yard', '-']);
  await expect
    .element(page.getByText('Not saved: your role may look', { exact: false }))
    .toBeVisible();
  await press('{Control>}z{/Control}');
  await expect.poll(wall).toEqual(['-', 'Lobby', 'Yard', '-']);
  await userEvent.click(page.getByRole('button', { name: 'Show as saved' }));
  await expect.poll(wall).toEqual(['Gate', 'Lobby', 'Yard', '-']);
  expect(page.getByText('Not saved', { exact: false }).elements()).toEqual([]);
  await userEvent.dblClick(page.getByRole('button', { name: 'Day' }));
  expect(page.getByLabelText('Name of the view').elements()).toEqual([]);
  expect(saved).toEqual([]);
});

test('whoever may not look after devices is not led to one', async () => {
  await show('operator');
  await userEvent.hover(tile(0));
  await userEvent.click(page.getByRole('button', { name: 'More for Gate' }));
  await expect.element(page.getByRole('menuitem', { name: 'Remove from the wall' })).toBeVisible();
  expect(page.getByRole('menuitem', { name: 'Open its device' }).elements()).toEqual([]);
});
