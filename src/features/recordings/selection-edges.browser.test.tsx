import '../../ui/browser-test.css';

import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { SelectionEdges } from './selection-edges.tsx';
import { createTimeline } from './timeline-store.ts';

const fromMs = Date.UTC(2026, 10, 20, 17);
const at = (seconds: number) => fromMs + seconds * 1000;

afterEach(() => vi.restoreAllMocks());

/** A hundred seconds over a thousand pixels. */
async function show(selection: readonly [number, number] | null) {
  const timeline = createTimeline({ fromMs, toMs: at(100) });
  const choose = ([from, to]: readonly [number, number]) =>
    timeline.setState({ selection: { fromMs: at(from), toMs: at(to) } });
  if (selection) choose(selection);
  await render(
    <div style={{ position: 'relative', width: 1000, height: 100 }}>
      <SelectionEdges
        timeline={timeline}
        zone="America/New_York"
        clock={{ ends: { fromMs: 0, toMs: at(90) } }}
      />
    </div>,
  );
  const chosen = () => {
    const { selection: now } = timeline.getState();
    return now && [(now.fromMs - fromMs) / 1000, (now.toMs - fromMs) / 1000];
  };
  return { timeline, chosen };
}

const begin = page.getByRole('slider', { name: 'Beginning of the time chosen' });
const end = page.getByRole('slider', { name: 'End of the time chosen' });

function drag(handle: Element, byPixels: number) {
  const box = handle.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + 10];
  let isHeld = false;
  vi.spyOn(handle, 'setPointerCapture').mockImplementation(() => {
    isHeld = true;
  });
  vi.spyOn(handle, 'hasPointerCapture').mockImplementation(() => isHeld);
  const point = (type: string, clientX: number) =>
    handle.dispatchEvent(
      new PointerEvent(type, { clientX, clientY: y, pointerId: 1, button: 0, bubbles: true }),
    );
  point('pointermove', x + 50);
  point('pointerdown', x);
  point('pointermove', x + byPixels);
}

it('is not there while nothing is chosen', async () => {
  await show(null);
  await expect.element(begin).not.toBeInTheDocument();
});

it('moves either end under a pointer, from wherever somebody takes hold of it', async () => {
  const { chosen } = await show([20, 40]);
  drag(begin.element(), -100);
  expect(chosen()).toEqual([10, 40]);
  drag(end.element(), 200);
  expect(chosen()).toEqual([10, 60]);
});

it('keeps the ends in their order, and nothing that has not come yet', async () => {
  const { chosen } = await show([20, 40]);
  drag(begin.element(), 900);
  expect(chosen()).toEqual([39, 40]);
  drag(end.element(), 900);
  expect(chosen()).toEqual([39, 90]);
});

it('goes by arrow keys, second by second or a minute', async () => {
  const { timeline, chosen } = await show([20, 40]);
  const heard = vi.fn();
  window.addEventListener('keydown', (event) => heard(event.defaultPrevented), { once: true });
  (begin.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowRight}');
  expect(chosen()).toEqual([19, 40]);
  await expect
    .element(begin)
    .toHaveAttribute('aria-valuetext', '2026-11-20 12:00:19 America/New_York');
  // The head of the page must not move along.
  expect(heard).not.toHaveBeenCalledWith(false);
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  expect(chosen()).toEqual([-41, 40]);
  // The view comes along, so that what has the focus is seen.
  await expect.element(begin).toHaveFocus();
  expect(timeline.getState().view.fromMs).toBeLessThan(at(-41));
});

it('follows the view, stays in reach at its edges, and goes with what is out of sight', async () => {
  const { timeline } = await show([0, 100]);
  const box = begin.element().parentElement?.getBoundingClientRect();
  expect(begin.element().getBoundingClientRect().left).toBe(box?.left);
  expect(end.element().getBoundingClientRect().right).toBe(box?.right);
  timeline.setState({ view: { fromMs: at(50), toMs: at(150) } });
  // What is not seen has no role for anybody.
  await expect.element(begin).not.toBeInTheDocument();
  await expect.element(end).toBeVisible();
  expect(end.element().getBoundingClientRect().left).toBe((box?.left ?? 0) + 500);
});
