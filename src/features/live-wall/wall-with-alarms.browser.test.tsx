import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { AlarmView } from '../../api/alarms.ts';
import type { CameraView } from '../../api/camera.ts';
import type { ViewContent } from '../../api/view.ts';
import { forgetAlarms, takeInAlarms } from '../../device-access/alarm-state.ts';
import { alarmOf } from '../../device-access/fake-alarms.ts';
import { verbsOf } from '../../domain/role.ts';
import type { AlarmPolicy } from '../../domain/view.ts';
import { testCamera } from '../../playback/test-cameras.ts';
import { LivePage } from './live-page.tsx';
import './browser-test.css';

/** How often the tile of each camera was mounted: a stream that begins anew. */
const mounts = new Map<string, number>();
vi.mock('../../playback/camera-tile.tsx', async () => {
  const { useEffect } = await import('react');
  return {
    CameraTile: ({ camera, children }: { camera: CameraView; children: React.ReactNode }) => {
      useEffect(() => {
        mounts.set(camera.id, (mounts.get(camera.id) ?? 0) + 1);
      }, [camera.id]);
      return (
        <div data-shows={camera.name}>
          {camera.name}
          {children}
        </div>
      );
    },
  };
});
vi.mock('../../device-access/event-feed.ts', () => ({ openEventFeed: () => () => undefined }));

const roads = {
  openView: vi.fn(),
  openCamera: vi.fn(),
  openDevice: vi.fn(),
  openAlarm: vi.fn(),
  addDevice: vi.fn(),
  mirror: vi.fn(),
};
let saved: ViewContent[];

beforeEach(async () => {
  saved = [];
  mounts.clear();
  forgetAlarms();
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    saved.push(JSON.parse(String(init.body)) as ViewContent);
    return Response.json({ id: 'v1', ...saved.at(-1) });
  });
  await page.viewport(1280, 800);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

async function show(alarmPolicy: AlarmPolicy): Promise<void> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const cell = (cameraId: string) => ({ cameraId, fit: 'contain', quality: 'auto' }) as const;
  client.setQueryData(['session'], {
    state: 'signed-in',
    person: { id: 'p', name: 'Mira', role: 'operator' },
    may: [...verbsOf('operator')],
  });
  client.setQueryData(
    ['views'],
    [
      {
        id: 'v1',
        name: 'Day',
        layout: '4',
        cells: ['gate', 'lobby', 'yard'].map(cell),
        alarmPolicy,
      },
    ],
  );
  client.setQueryData(
    ['cameras'],
    ['Gate', 'Lobby', 'Yard', 'Roof'].map((name, index) =>
      testCamera([], { id: name.toLowerCase(), name, number: index + 1 }),
    ),
  );
  client.setQueryData(['site'], { name: 'Site', zone: 'UTC' });
  await render(
    <QueryClientProvider client={client}>
      <div style={{ display: 'flex', height: '100vh', flexDirection: 'column' }}>
        <LivePage viewId="v1" roads={roads} />
      </div>
    </QueryClientProvider>,
  );
  await expect.element(tile('Tile 1')).toBeVisible();
}

function tell(...alarms: AlarmView[]): void {
  takeInAlarms({ alarms, flood: { active: false, sinceMs: null } }, 'all');
}

const call = (cameraId: string, over: Partial<AlarmView> = {}) =>
  alarmOf(`call at ${cameraId}`, { cameraId, linkedCameraIds: [cameraId], ...over });
const seen = (alarm: AlarmView): AlarmView => ({
  ...alarm,
  number: alarm.number + 1,
  acknowledged: { by: { id: 'o', name: 'Other' }, atMs: 1, reason: 'real' },
});
const tile = (name: string) => page.getByRole('gridcell', { name });
const spotlight = () => page.getByRole('region', { name: /^Alarm: Emergency call/ });

describe('an alarm on the wall', () => {
  test('marks the tile of its camera by shape, word and name, until it is acknowledged', async () => {
    await show('border');
    const alarm = call('lobby');
    tell(alarm);
    await expect
      .element(tile('Tile 2, Lobby, connecting. Alarm, Critical: Emergency call'))
      .toHaveTextContent('Critical');
    await expect.element(spotlight()).not.toBeInTheDocument();
    tell(seen(alarm));
    await expect.element(tile('Tile 2')).toHaveAccessibleName('Tile 2, Lobby, connecting');
  });

  test('of a camera without a tile is told beside the wall, and opens from there', async () => {
    await show('border');
    tell(call('roof', { priority: 2 }));
    await userEvent.click(page.getByRole('button', { name: /High .*not on this wall/ }));
    expect(roads.openAlarm).toHaveBeenCalledWith('call at roof');
  });

  test('stands large and leaves the wall as it was, and no tile begins anew', async () => {
    await show('spotlight');
    const alarm = call('roof');
    tell(alarm);
    await expect.element(spotlight()).toHaveTextContent('Roof');
    await userEvent.click(spotlight().getByRole('button', { name: 'Open the alarm' }));
    expect(roads.openAlarm).toHaveBeenCalledWith('call at roof');
    tell(seen(alarm));
    await expect.element(spotlight()).not.toBeInTheDocument();
    expect(Object.fromEntries(mounts)).toEqual({ gate: 1, lobby: 1, yard: 1, roof: 1 });
  });

  test('goes from this wall when somebody sends it away', async () => {
    await show('spotlight');
    tell(call('roof'));
    await userEvent.click(spotlight().getByRole('button', { name: 'Back to the wall' }));
    await expect.element(spotlight()).not.toBeInTheDocument();
    await expect.element(page.getByText('not on this wall')).toBeVisible();
  });

  test('waits while somebody has hands on the wall, and says so', async () => {
    await show('spotlight');
    await userEvent.hover(tile('Tile 3'));
    tell(call('lobby'));
    await expect.element(page.getByText('waits until your hands are off the wall')).toBeVisible();
    await expect.element(tile('Tile 2')).toHaveTextContent('Critical');
    await expect.element(spotlight()).not.toBeInTheDocument();
  });

  test('borrows the last tile, which opens what it shows', async () => {
    await show('hotspot');
    const alarm = call('roof');
    tell(alarm);
    await expect.element(tile('Tile 4, Roof')).toHaveTextContent('Critical');
    await userEvent.dblClick(tile('Tile 4'));
    expect(roads.openCamera).toHaveBeenCalledWith('roof');
    expect(saved).toEqual([]);
  });
});

test('what alarms do is chosen for each view, and can be undone', async () => {
  await show('border');
  await userEvent.click(page.getByRole('button', { name: 'On alarms: Mark the tile' }));
  await userEvent.click(page.getByRole('menuitemradio', { name: 'Show in the last tile' }));
  await expect.poll(() => saved.at(-1)?.alarmPolicy).toBe('hotspot');
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  await expect.poll(() => saved.at(-1)?.alarmPolicy).toBe('border');
});
