import '../../ui/browser-test.css';

import { expect, it } from 'vitest';
import type { CameraSpans } from '../../api/recordings.ts';
import { lightOf } from '../../playback/recorded/fake-footage.ts';
import { noonMs, showPlayback } from './fake-playback-page.tsx';
import { laneHeightFor, laneTop, rulerHeight } from './lane-look.ts';

const laneHeight = laneHeightFor(false);
const unionY = rulerHeight + 4;
const minuteMs = 60_000;

const listed: CameraSpans['found'] = {
  state: 'listed',
  precision: 'exact',
  spans: [[noonMs, noonMs + 20_000, 'continuous']],
  knownToMs: noonMs + 1e9,
};

/** A minute is seen, from 28 seconds before noon on. */
async function show() {
  const shown = await showPlayback({}, { c1: listed, c2: { state: 'not-offered' } });
  // The lanes are told.
  await expect.element(shown.screen.getByText('none kept')).toBeVisible();
  const canvas = shown.slider.element();
  const box = canvas.getBoundingClientRect();
  const hover = (seconds: number, y: number) =>
    canvas.dispatchEvent(
      new PointerEvent('pointermove', {
        clientX: box.left + ((28 + seconds) * 1000 * box.width) / minuteMs,
        clientY: box.top + y,
        bubbles: true,
      }),
    );
  const leave = () => canvas.dispatchEvent(new PointerEvent('pointerleave'));
  const card = () => shown.screen.container.querySelector<HTMLElement>('[data-hover-picture]');
  return { ...shown, box, hover, leave, card };
}

it('shows the picture of a moment under the pointer, its own time and whose it is', async () => {
  const { hover, card, box } = await show();
  hover(7.4, unionY);
  await expect.poll(() => card()?.dataset.hoverPicture).toBe('shown');
  expect(card()?.textContent).toMatch(/Gate.*2026-11-20 12:00:07/);
  const canvas = card()?.querySelector('canvas');
  expect(canvas && lightOf(canvas)).toBe(7);
  // It hides no lane.
  expect(card()?.getBoundingClientRect().bottom ?? 0).toBeLessThanOrEqual(box.top);
  hover(12.5, laneTop(0, laneHeight) + 3);
  await expect.poll(() => card()?.textContent).toMatch(/12:00:12/);
});

it('says that nothing was recorded without asking, and of a camera that keeps none', async () => {
  const { hover, card, footage } = await show();
  const before = footage.asked;
  hover(-10, unionY);
  await expect.poll(() => card()?.textContent).toMatch(/Nothing was recorded here/);
  hover(5, laneTop(1, laneHeight) + 3);
  await expect.poll(() => card()?.textContent).toMatch(/Nothing was recorded here\..*Yard/);
  expect(footage.asked).toBe(before);
});

it('asks for no more pictures than it can show, however fast the pointer is', async () => {
  const { hover, card, footage } = await show();
  const before = footage.asked;
  const opened = performance.getEntriesByType('resource').length;
  for (let step = 0; step <= 190; step += 1) hover(step / 10, unionY);
  await expect.poll(() => card()?.textContent).toMatch(/12:00:19/);
  expect(footage.asked - before).toBeLessThanOrEqual(2);
  expect(performance.getEntriesByType('resource').length - opened).toBeLessThan(20);
});

it('is gone with the pointer', async () => {
  const { hover, leave, card } = await show();
  hover(3, unionY);
  await expect.poll(() => card()?.dataset.hoverPicture).toBe('shown');
  leave();
  await expect.poll(card).toBeNull();
  hover(3.2, unionY);
  // Kept: there at once.
  await expect.poll(() => card()?.dataset.hoverPicture).toBe('shown');
});
