import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import type { CameraSpans } from '../../api/recordings.ts';
import { routes } from '../../api/routes.ts';
import { addressOfClip, fakeFootage, fileAt } from '../../playback/recorded/fake-footage.ts';
import { fakeRecordings } from './fake-recordings.ts';
import { PlaybackPage } from './playback-page.tsx';
import type { PlaybackPlace } from './playback-place.ts';

/** 12:00 in New York. */
export const noonMs = Date.UTC(2026, 10, 20, 17);

beforeEach(() => {
  vi.spyOn(routes, 'recordedBytes').mockImplementation((_, fileId) => addressOfClip({ fileId }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The page with two cameras of the fixture, of which one fails to list what it has. */
export async function showPlayback(
  over: Partial<PlaybackPlace> = {},
  found: Readonly<Record<string, CameraSpans['found']>> = {},
) {
  const footage = fakeFootage([fileAt(noonMs), fileAt(noonMs + 10_000)]);
  const proxy = fakeRecordings(footage);
  proxy.found.set('c1', {
    state: 'listed',
    precision: 'exact',
    spans: [[noonMs, noonMs + 20_000, 'continuous']],
    knownToMs: noonMs + 1e9,
  });
  proxy.found.set('c2', {
    state: 'failed',
    problem: { kind: 'timeout', reason: 'answer-timeout' },
  });
  for (const [cameraId, spans] of Object.entries(found)) proxy.found.set(cameraId, spans);
  vi.stubGlobal('fetch', proxy.fetch);
  const places: Partial<PlaybackPlace>[] = [];
  const roads = {
    place: (place: Partial<PlaybackPlace>) => void places.push(place),
    live: vi.fn(),
    bookmark: vi.fn(),
    exporting: vi.fn(),
  };
  const place: PlaybackPlace = {
    cams: '',
    t: new Date(noonMs + 2000).toISOString(),
    span: '1m',
    speed: '',
    zone: 'site',
    plays: false,
    skipsQuiet: false,
    ...over,
  };
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const screen = await render(
    <QueryClientProvider client={client}>
      <div style={{ height: 700, display: 'flex' }}>
        <PlaybackPage place={place} singleKeys heading={<h1>Playback</h1>} roads={roads} />
      </div>
    </QueryClientProvider>,
  );
  const slider = screen.getByRole('slider', { name: 'Timeline' });
  const videos = () =>
    [...screen.container.querySelectorAll('video')].filter(
      ({ style }) => style.visibility === 'visible',
    );
  await expect.poll(() => videos().length).toBe(2);
  return { screen, slider, videos, places, roads, proxy, footage };
}
