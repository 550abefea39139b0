import '../../ui/browser-test.css';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { MasterClock } from '../../playback/recorded/master-clock.ts';
import { testCamera } from '../../playback/test-cameras.ts';
import type { EventMark } from './event-mark.ts';
import { headerHeight, laneHeightFor, laneTop } from './lane-look.ts';
import { mostPlayers } from './playback-place.ts';
import { Timeline } from './timeline.tsx';
import { createTimeline } from './timeline-store.ts';

const noonMs = Date.UTC(2026, 10, 20, 12);
const minuteMs = 60_000;
const cameras = Array.from({ length: 64 }, (_, at) =>
  testCamera([], { id: `c${at}`, name: `Camera ${at + 1}`, number: at + 1, zone: 'UTC' }),
);
const laneHeight = laneHeightFor(false);
const marks: EventMark[] = [
  { id: 'e1', cameraId: 'c40', atMs: noonMs, topic: 'plate', text: 'Plate AB 12' },
];

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Each camera is recorded in a minute of its own, so that a lane is told by where it is filled. */
async function show() {
  vi.stubGlobal('fetch', async (input: RequestInfo | URL) => {
    const { searchParams } = new URL(String(input), 'http://127.0.0.1');
    const toMs = Number(searchParams.get('to'));
    const told = searchParams.getAll('camera').map((cameraId) => {
      const fromMs = noonMs - 32 * minuteMs + Number(cameraId.slice(1)) * minuteMs;
      const spans = [[fromMs, fromMs + minuteMs, 'continuous']];
      const found = { state: 'listed', precision: 'exact', spans, knownToMs: toMs };
      return { cameraId, zone: 'UTC', clockOffsetMs: 0, found };
    });
    return Response.json({ cameras: told });
  });
  const clock = new MasterClock(noonMs - 30 * minuteMs, { latestMs: () => noonMs + 1e9 });
  const timeline = createTimeline({ fromMs: noonMs - 32 * minuteMs, toMs: noonMs + 32 * minuteMs });
  timeline.setState({ follows: false });
  const onPlay = vi.fn();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const screen = await render(
    <QueryClientProvider client={client}>
      <Timeline
        cameras={cameras}
        clock={clock}
        timeline={timeline}
        zone="UTC"
        events={{ marks, isCut: false, whole: null }}
        listShown={false}
        playing={mostPlayers}
        onPlay={onPlay}
        onExport={null}
      />
    </QueryClientProvider>,
  );
  const canvas = screen.getByRole('slider', { name: 'Timeline' }).element() as HTMLCanvasElement;
  const scroller = canvas.parentElement?.parentElement as HTMLElement;
  /** The colour in the middle of a camera's minute, in the lane of a camera. */
  const colourAt = (lane: number, minuteOf: number) => {
    const scale = canvas.width / canvas.clientWidth;
    const x = ((minuteOf + 0.5) / 64) * canvas.width;
    const y = (laneTop(lane, laneHeight) - scroller.scrollTop + laneHeight / 4) * scale;
    return [...(canvas.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3).join();
  };
  return { screen, canvas, scroller, clock, timeline, onPlay, colourAt };
}

const recorded = '91,140,196';

it('draws the lanes that are scrolled to, on a canvas no taller than what is seen', async () => {
  const { canvas, scroller, colourAt } = await show();
  await expect.poll(() => colourAt(2, 2)).toBe(recorded);
  expect(colourAt(2, 3)).not.toBe(recorded);
  expect(canvas.clientHeight).toBe(scroller.clientHeight);
  expect(scroller.scrollHeight).toBeGreaterThan(64 * laneHeight);
  scroller.scrollTop = laneTop(50, laneHeight) - headerHeight;
  await expect.poll(() => colourAt(50, 50)).toBe(recorded);
  expect(colourAt(51, 51)).toBe(recorded);
  expect(colourAt(51, 50)).not.toBe(recorded);
  expect(canvas.getBoundingClientRect().top).toBeCloseTo(scroller.getBoundingClientRect().top, 0);
});

it('says which cameras are played, and plays another one by its name', async () => {
  const { screen, onPlay } = await show();
  await expect.element(screen.getByText(/55 cameras are only on the timeline/)).toBeVisible();
  expect(screen.getByLabelText('is played above').elements()).toHaveLength(mostPlayers);
  const first = screen.getByRole('button', { name: 'Play Camera 10' });
  (first.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(onPlay).toHaveBeenCalledWith('c11');
  expect(screen.container.querySelectorAll('[data-lane][tabindex="0"]')).toHaveLength(1);
});

it('tells what a mark is, and comes near to it', async () => {
  const { screen, canvas, scroller, timeline, clock, colourAt } = await show();
  scroller.scrollTop = laneTop(40, laneHeight) - headerHeight;
  await expect.poll(() => colourAt(41, 41)).toBe(recorded);
  const box = canvas.getBoundingClientRect();
  const place = {
    clientX: box.left + box.width / 2 + 3,
    clientY: box.top + laneTop(40, laneHeight) - scroller.scrollTop + laneHeight / 2,
    bubbles: true,
  };
  canvas.dispatchEvent(new PointerEvent('pointermove', place));
  await expect.element(screen.getByText('Plate AB 12, 2026-11-20 12:00:00')).toBeVisible();
  canvas.dispatchEvent(new MouseEvent('dblclick', place));
  expect(clock.state.atMs).toBe(noonMs);
  const { view } = timeline.getState();
  expect((view.fromMs + view.toMs) / 2).toBe(noonMs);
  expect(view.toMs - view.fromMs).toBe(2 * minuteMs);
  canvas.dispatchEvent(new PointerEvent('pointerleave', place));
  expect(screen.container.textContent).not.toContain('Plate AB 12');
});

it('pans in both directions with one finger', async () => {
  const { canvas, scroller, timeline } = await show();
  vi.spyOn(canvas, 'setPointerCapture').mockImplementation(() => undefined);
  const box = canvas.getBoundingClientRect();
  const at = (x: number, y: number) => ({
    ...{ clientX: box.left + x, clientY: box.top + y, pointerId: 1, button: 0, bubbles: true },
    pointerType: 'touch',
  });
  const before = timeline.getState().view;
  canvas.dispatchEvent(new PointerEvent('pointerdown', at(300, 150)));
  canvas.dispatchEvent(new PointerEvent('pointermove', at(200, 90)));
  canvas.dispatchEvent(new PointerEvent('pointerup', at(200, 90)));
  expect(scroller.scrollTop).toBe(60);
  const movedMs = timeline.getState().view.fromMs - before.fromMs;
  expect(movedMs).toBeCloseTo((100 / box.width) * 64 * minuteMs, -2);
});

it('explains by shape and word what is drawn', async () => {
  const { screen } = await show();
  const button = screen.getByRole('button', { name: 'Legend' });
  await button.click();
  const legend = screen.getByRole('list', { name: 'Legend' });
  await expect.element(legend).toHaveTextContent('Recorded');
  await expect.element(legend).toHaveTextContent('Not available yet');
  await button.click();
  await expect.element(legend).not.toBeInTheDocument();
});
