import '../../ui/browser-test.css';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CameraView } from '../../api/camera.ts';
import type { CameraProof, RecordingProof } from '../../api/recording-proof.ts';
import { routes } from '../../api/routes.ts';
import { testCamera } from '../../playback/test-cameras.ts';
import { hourMs } from './proof-week.ts';
import { RecordingProofPage } from './recording-proof-page.tsx';

/** 10:20 in Berlin, a day after it had 25 hours. */
const nowMs = Date.UTC(2026, 9, 26, 9, 20);
const zone = 'Europe/Berlin';
const gate = testCamera([], { id: 'c1', name: 'Gate', number: 1, zone });
const yard = testCamera([], { id: 'c2', name: 'Yard', number: 2, zone, deviceId: 'dev-2' });

let cameras: CameraView[];
let found: Map<string, Partial<CameraProof>>;
let fails: boolean;

beforeEach(() => {
  cameras = [gate, yard];
  found = new Map();
  fails = false;
  vi.spyOn(Date, 'now').mockReturnValue(nowMs);
  vi.stubGlobal('fetch', async (input: string) => {
    const { pathname, searchParams } = new URL(input, 'http://127.0.0.1');
    if (pathname === routes.site) return Response.json({ name: 'Harbour', zone: 'UTC' });
    if (pathname === routes.cameras) return Response.json({ cameras });
    if (fails) return Response.json({ kind: 'internal', reason: 'internal' }, { status: 500 });
    const fromMs = Number(searchParams.get('from'));
    const hours = Math.ceil((nowMs - fromMs) / hourMs);
    const whole = Array.from({ length: hours }, (_, at) => (at === hours - 1 ? 20 : 60));
    const proof: RecordingProof = {
      ...{ fromMs, toMs: nowMs },
      cameras: searchParams.getAll('camera').map((cameraId) => ({
        ...{ cameraId, zone, found: { state: 'listed', minutes: whole }, failures: [] },
        ...found.get(cameraId),
      })),
    };
    return Response.json(proof);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function open() {
  const play = vi.fn();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await render(
    <QueryClientProvider client={client}>
      <div style={{ height: '100vh', display: 'flex' }}>
        <RecordingProofPage heading={<h1>Proof of recording</h1>} onPlay={play} />
      </div>
    </QueryClientProvider>,
  );
  return play;
}

const table = (name: string) =>
  page.getByRole('table', { name: `Recorded minutes of ${name}, by hour` });

it('shows each hour with its minutes, and plays the one that is chosen', async () => {
  const play = await open();
  const hour = table('Gate').getByRole('button', {
    name: '2026-10-26 10:00: 20 of 20 minutes recorded',
  });
  await hour.click();
  expect(play).toHaveBeenCalledWith('c1', Date.UTC(2026, 9, 26, 9));
  await expect.element(page.getByText('(100\u00a0%)').first()).toBeVisible();
  // Both hours of Sunday that clocks called 02.
  const twice = table('Gate').getByRole('button', { name: '2026-10-25 02:00' });
  await expect.poll(() => twice.elements().length).toBe(2);
});

it('is one stop of the Tab key, and goes on by arrows', async () => {
  const play = await open();
  const now = table('Gate').getByRole('button', { name: '2026-10-26 10:00' });
  await expect.element(now).toHaveAttribute('tabindex', '0');
  (now.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowUp}{ArrowLeft}');
  await expect
    .element(table('Gate').getByRole('button', { name: '2026-10-25 09:00' }))
    .toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(play).toHaveBeenCalledWith('c1', Date.UTC(2026, 9, 25, 8));
});

it('says what a device does not offer, and what it did not answer', async () => {
  found.set('c1', { found: { state: 'not-offered' } });
  found.set('c2', {
    found: { state: 'failed', problem: { kind: 'timeout', reason: 'answer-timeout' } },
  });
  await open();
  const gatePart = page.getByRole('region', { name: 'Gate' });
  await expect.element(gatePart).toHaveTextContent('keeps no recordings');
  const yardPart = page.getByRole('region', { name: 'Yard' });
  await expect.element(yardPart).toHaveTextContent('could not be read');
  found.clear();
  await yardPart.getByRole('button', { name: 'Try again' }).click();
  await expect.element(table('Yard')).toBeVisible();
});

it('tells failures, and leaves out what has no gap', async () => {
  const atMs = Date.UTC(2026, 9, 24, 12, 30);
  found.set('c2', { failures: [{ fromMs: atMs, toMs: null }] });
  await open();
  await expect.element(table('Gate')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Only cameras with gaps' }).click();
  await expect.element(table('Gate')).not.toBeInTheDocument();
  await page.getByText('The device reported 1 failure').click();
  await expect.element(page.getByText('since 2026-10-24 14:30:00, it goes on')).toBeVisible();
});

it('does not show as empty what could not be read, and says that there is no camera', async () => {
  fails = true;
  await open();
  await expect.element(page.getByRole('alert').first()).toHaveTextContent('could not be read');
  await expect.element(page.getByRole('table')).not.toBeInTheDocument();
  cameras = [];
  await open();
  await expect.element(page.getByText('There are no cameras')).toBeVisible();
});

it('fits a phone', async () => {
  await page.viewport(390, 844);
  await open();
  await expect.element(table('Gate')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
