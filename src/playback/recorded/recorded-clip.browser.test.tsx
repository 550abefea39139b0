import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { routes } from '../../api/routes.ts';
import { addressOfClip, fakeFootage, fileAt, secondShown } from './fake-footage.ts';
import { RecordedClip } from './recorded-clip.tsx';

const atMs = Date.UTC(2026, 10, 20, 12, 0, 10);

beforeEach(() => {
  vi.spyOn(routes, 'recordedBytes').mockImplementation((_, fileId) => addressOfClip({ fileId }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function show(proxy: ReturnType<typeof fakeFootage>, moment = atMs) {
  vi.stubGlobal('fetch', proxy.fetch);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const screen = await render(
    <QueryClientProvider client={client}>
      <div style={{ width: 480 }}>
        <RecordedClip cameraId="c1" atMs={moment} name="Gate" />
      </div>
    </QueryClientProvider>,
  );
  const videos = () => [...screen.container.querySelectorAll('video')];
  const shown = () => videos().find(({ style }) => style.visibility === 'visible');
  return { screen, videos, shown };
}

it('plays from ten seconds before, says that it is the past, and leads to any moment', async () => {
  const { screen, shown } = await show(fakeFootage([fileAt(atMs - 10_000), fileAt(atMs)]));
  await expect.element(screen.getByText('Recorded')).toBeVisible();
  await expect.poll(() => shown()?.currentTime ?? 0).toBeGreaterThan(0.5);
  await expect.element(screen.getByText(/2026-11-20 12:00:0[01] UTC/)).toBeVisible();
  await screen.getByRole('button', { name: 'Pause' }).click();
  expect(shown()?.paused).toBe(true);
  await screen.getByRole('slider', { name: 'Where in the clip' }).fill('13500');
  await expect.poll(() => shown()?.src).toContain(`f${atMs}`);
  await expect.poll(() => shown()?.currentTime).toBeCloseTo(3.5, 2);
  const video = shown();
  await expect.poll(() => video && secondShown(video)).toBe(3);
  await expect.element(screen.getByText('+4 s')).toBeVisible();
});

it('goes on with the next file without an empty picture between', async () => {
  const { screen, shown } = await show(fakeFootage([fileAt(atMs - 10_000), fileAt(atMs)]));
  await expect.poll(() => shown()?.currentTime ?? 0).toBeGreaterThan(0.1);
  await screen.getByRole('slider', { name: 'Where in the clip' }).fill('9000');
  await expect.poll(() => shown()?.currentTime ?? 0).toBeGreaterThan(9);
  const empty: number[] = [];
  const look = setInterval(() => {
    if ((shown()?.readyState ?? 0) < 2) empty.push(performance.now());
  }, 10);
  await expect.poll(() => shown()?.src).toContain(`f${atMs}`);
  await expect.poll(() => shown()?.currentTime ?? 0).toBeGreaterThan(0.3);
  clearInterval(look);
  expect(empty).toEqual([]);
});

it('says that nothing was recorded', async () => {
  const { screen } = await show(fakeFootage([]));
  await expect.element(screen.getByText('Nothing was recorded here.')).toBeVisible();
});

it('leaps to where it was recorded', async () => {
  const { screen, shown } = await show(fakeFootage([fileAt(atMs - 4000)]));
  await expect.poll(() => shown()?.currentTime ?? 0).toBeGreaterThan(0.1);
  await expect.element(screen.getByText(/12:00:0[67] UTC/)).toBeVisible();
});

it('says that a device keeps none, and asks no more', async () => {
  const proxy = fakeFootage([]);
  proxy.offered = false;
  const { screen } = await show(proxy);
  await expect
    .element(screen.getByText('This device keeps no recordings that can be shown here.'))
    .toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' }).query()).toBeNull();
});

it('says why it failed, and tries again when asked', async () => {
  const proxy = fakeFootage([fileAt(atMs - 10_000)]);
  proxy.problem = { status: 502, body: { kind: 'unreachable', reason: 'connection-refused' } };
  const { screen, shown } = await show(proxy);
  const retry = screen.getByRole('button', { name: 'Try again' });
  await expect.element(retry).toBeVisible();
  proxy.problem = null;
  await retry.click();
  await expect.poll(() => shown()?.currentTime ?? 0).toBeGreaterThan(0.1);
});

it('waits for what is still being written, and shows it when it comes', async () => {
  const nowMs = Date.now();
  const proxy = fakeFootage([]);
  const { screen, shown } = await show(proxy, nowMs);
  await expect.element(screen.getByText('Not available yet.')).toBeVisible();
  proxy.files.push(fileAt(nowMs - 10_000));
  await expect.poll(() => shown()?.currentTime ?? 0).toBeGreaterThan(0.1);
});

it('gives its video back when it goes', async () => {
  const { screen, shown, videos } = await show(fakeFootage([fileAt(atMs - 10_000)]));
  await expect.poll(() => shown()?.currentTime ?? 0).toBeGreaterThan(0.1);
  const kept = videos();
  await screen.unmount();
  expect(kept.map((video) => video.getAttribute('src'))).toEqual(kept.map(() => null));
});

it('shows the pictures of a time-lapse at their times', async () => {
  const lapse = fileAt(atMs - 50_000, { toMs: atMs + 50_000, kind: 'image' });
  const { screen, shown } = await show(fakeFootage([lapse]));
  await expect.poll(() => shown()?.currentTime ?? 0).toBeGreaterThan(3.9);
  // What plays on is past the moment before anybody looks.
  await screen.getByRole('button', { name: 'Pause' }).click();
  await screen.getByRole('button', { name: 'The moment itself' }).click();
  await expect.poll(() => shown()?.currentTime).toBeCloseTo(5, 1);
});
