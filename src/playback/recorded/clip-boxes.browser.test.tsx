import '../../ui/browser-test.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { routes } from '../../api/routes.ts';
import { addressOfClip, fakeFootage, fileAt } from './fake-footage.ts';
import { RecordedClip } from './recorded-clip.tsx';

const atMs = Date.UTC(2026, 10, 20, 12, 0, 10);
const box = { x: 0.25, y: 0.5, width: 0.5, height: 0.25 };
const frames = () => document.querySelectorAll('[data-boxes] g').length;

beforeEach(() => {
  vi.spyOn(routes, 'recordedBytes').mockImplementation((_, fileId) => addressOfClip({ fileId }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('frames what an event is about at its moment, and at no other', async () => {
  vi.stubGlobal('fetch', fakeFootage([fileAt(atMs - 10_000), fileAt(atMs)]).fetch);
  await render(
    <QueryClientProvider client={new QueryClient()}>
      <div style={{ width: 480 }}>
        <RecordedClip cameraId="c1" atMs={atMs} name="Gate" boxes={[box]} />
      </div>
    </QueryClientProvider>,
  );
  await page.getByRole('button', { name: 'Pause' }).click();
  const moment = page.getByRole('slider', { name: 'Where in the clip' });
  await moment.fill('9500');
  await expect.poll(frames).toBe(1);
  await moment.fill('5000');
  await expect.poll(frames).toBe(0);
  await moment.fill('10500');
  await expect.poll(frames).toBe(1);
});
