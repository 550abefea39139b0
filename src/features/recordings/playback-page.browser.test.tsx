import '../../ui/browser-test.css';

import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { toasts } from '../../ui/toast-store.ts';
import { noonMs, showPlayback as show } from './fake-playback-page.tsx';

it('shows the moment of its address on every camera, and plays them in step', async () => {
  const { slider, videos } = await show();
  await expect
    .element(slider)
    .toHaveAttribute('aria-valuetext', '2026-11-20 12:00:02 America/New_York');
  for (const video of videos()) await expect.poll(() => video.currentTime).toBeCloseTo(2, 1);
  await userEvent.keyboard(' ');
  await expect.poll(() => videos()[0]?.currentTime ?? 0).toBeGreaterThan(3);
  const [one, other] = videos().map(({ currentTime }) => currentTime);
  expect(Math.abs((one ?? 0) - (other ?? 0))).toBeLessThan(0.25);
  await userEvent.keyboard('k');
  expect(videos().every(({ paused }) => paused)).toBe(true);
});

it('keeps a moment by a key, or the time that is chosen', async () => {
  const { roads, proxy } = await show();
  await userEvent.keyboard('b');
  const cameraIds = ['c1', 'c2'];
  const kept = { cameraIds, fromMs: noonMs + 2000, toMs: null };
  expect(roads.bookmark).toHaveBeenLastCalledWith(kept);
  await userEvent.keyboard('[[{ArrowRight}]b');
  const chosen = { cameraIds, fromMs: noonMs + 2000, toMs: noonMs + 7000 };
  expect(roads.bookmark).toHaveBeenLastCalledWith(chosen);
  expect(proxy.bookmarksAsked).toBeGreaterThan(0);
});

it('takes out the minute around the head, or the time that is chosen', async () => {
  const { screen, roads } = await show();
  const order = roads.exporting;
  await userEvent.keyboard('x');
  const wanted = { cameraIds: ['c1', 'c2'], zone: 'America/New_York' };
  const around = { fromMs: noonMs - 28_000, toMs: noonMs + 32_000 };
  expect(order).toHaveBeenLastCalledWith({ ...wanted, ...around });
  await userEvent.keyboard('[[{ArrowRight}]');
  const foot = screen.getByRole('region', { name: 'Timeline' });
  await foot.getByRole('button', { name: 'Export…' }).click();
  const chosen = { fromMs: noonMs + 2000, toMs: noonMs + 7000 };
  expect(order).toHaveBeenLastCalledWith({ ...wanted, ...chosen });
  await foot.getByRole('button', { name: 'Clear' }).click();
  await foot.getByRole('button', { name: 'Mark a time' }).click();
  // A fifth of the minute that is seen.
  await expect.element(foot.getByText(/12 s chosen/)).toBeVisible();
});

it('goes by keys: seconds, pictures and both ends, and to the next file', async () => {
  const { slider, videos, places } = await show();
  await userEvent.keyboard('{ArrowRight}');
  await expect
    .element(slider)
    .toHaveAttribute('aria-valuetext', expect.stringContaining('12:00:07'));
  await userEvent.keyboard('{ArrowRight}');
  await expect
    .poll(() => videos().map(({ src }) => src.includes(`f${noonMs + 10_000}`)))
    .toEqual([true, true]);
  await expect.poll(() => videos().every(({ seeking }) => !seeking)).toBe(true);
  const before = videos()[0]?.currentTime ?? 0;
  await userEvent.keyboard('.');
  await expect.poll(() => videos()[0]?.currentTime ?? 0).toBeGreaterThan(before);
  expect((videos()[0]?.currentTime ?? 0) - before).toBeLessThan(0.3);
  await expect.poll(() => places.at(-1)?.t).toMatch(/^2026-11-20T17:00:12/);
});

it('takes a typed time, and keeps one that it cannot read', async () => {
  const { screen, slider } = await show();
  await userEvent.keyboard('g');
  const field = screen.getByRole('textbox', { name: 'Go to a time (G)' });
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('soon{Enter}');
  await expect.element(screen.getByText(/This is no time/)).toBeVisible();
  await expect.element(field).toHaveValue('soon');
  // It lies over a picture: it stays no longer than somebody types.
  (field.element() as HTMLElement).blur();
  await expect.element(screen.getByText(/This is no time/)).not.toBeInTheDocument();
  await field.fill('20 nov 2026 12:00:15');
  await userEvent.keyboard('{Enter}');
  await expect
    .element(slider)
    .toHaveAttribute('aria-valuetext', expect.stringContaining('12:00:15'));
  await expect.element(field).toHaveValue('');
});

it('says in words what a lane cannot show, and lists what it shows', async () => {
  const { screen, slider, proxy } = await show();
  const asked = proxy.asked.length;
  await screen.getByRole('button', { name: 'Retry' }).click();
  await expect.poll(() => proxy.asked.length).toBe(asked + 1);
  expect(proxy.asked.at(-1)?.getAll('camera')).toEqual(['c2']);
  await screen.getByRole('button', { name: 'List of the recordings' }).click();
  await expect.element(screen.getByText('What was recorded could not be read.')).toBeVisible();
  await screen.getByRole('button', { name: /12:00:00 – 2026-11-20 12:00:20/ }).click();
  await expect
    .element(slider)
    .toHaveAttribute('aria-valuetext', expect.stringContaining('12:00:00'));
});

it('zooms around the pointer, pans, scrubs and selects', async () => {
  const { screen, slider } = await show();
  const canvas = slider.element();
  const box = canvas.getBoundingClientRect();
  const at = (share: number, y: number) => ({
    clientX: box.left + box.width * share,
    clientY: box.top + y,
    pointerId: 1,
    button: 0,
    bubbles: true,
    cancelable: true,
  });
  vi.spyOn(canvas, 'setPointerCapture').mockImplementation(() => undefined);
  canvas.dispatchEvent(new PointerEvent('pointerdown', at(0.61, 10)));
  canvas.dispatchEvent(new PointerEvent('pointerup', at(0.61, 10)));
  // A minute is seen, with the moment of the address in its middle.
  await expect
    .element(slider)
    .toHaveAttribute('aria-valuetext', expect.stringContaining('12:00:08'));
  canvas.dispatchEvent(new PointerEvent('pointerdown', { ...at(0.25, 90), shiftKey: true }));
  canvas.dispatchEvent(new PointerEvent('pointermove', { ...at(0.75, 90), shiftKey: true }));
  canvas.dispatchEvent(new PointerEvent('pointerup', { ...at(0.75, 90), shiftKey: true }));
  await expect.element(screen.getByText(/30 s chosen/)).toBeVisible();
  canvas.dispatchEvent(new WheelEvent('wheel', { ...at(0.61, 90), deltaY: -432 }));
  canvas.dispatchEvent(new PointerEvent('pointerdown', at(0.61, 10)));
  canvas.dispatchEvent(new PointerEvent('pointerup', at(0.61, 10)));
  await expect
    .element(slider)
    .toHaveAttribute('aria-valuetext', expect.stringContaining('12:00:08'));
});

it('leads to a day of the calendar and back to the live pictures', async () => {
  const { screen, slider, roads } = await show();
  await screen.getByRole('button', { name: 'Calendar' }).click();
  await screen.getByRole('button', { name: '2026-11-20, recorded' }).click();
  await expect
    .element(slider)
    .toHaveAttribute('aria-valuetext', expect.stringContaining('2026-11-20 00:00:00'));
  await expect.element(screen.getByText(/It goes on at 2026‑11‑20 12:00:00/).first()).toBeVisible();
  await screen.getByRole('button', { name: 'Live' }).click();
  expect(roads.live).toHaveBeenCalledWith(['c1', 'c2']);
});

it('shows its keys by a key, and takes none meanwhile', async () => {
  const { screen, roads } = await show();
  await userEvent.keyboard('?');
  await expect.element(screen.getByRole('dialog', { name: 'Keys of Playback' })).toBeVisible();
  await userEvent.keyboard('x{Escape}');
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
  expect(roads.exporting).not.toHaveBeenCalled();
});

it('walks the calendar by keys, and tells days with events from others', async () => {
  const { screen } = await show();
  await screen.getByRole('button', { name: 'Calendar' }).click();
  const chosen = screen.getByRole('button', { name: '2026-11-20, recorded' });
  await expect.element(chosen).toHaveAttribute('aria-pressed', 'true');
  await expect
    .element(screen.getByRole('button', { name: '2026-11-18, nothing recorded, 3 events' }))
    .toBeVisible();
  await expect.element(chosen).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}{ArrowUp}');
  await expect.element(screen.getByRole('button', { name: /^2026-11-12,/ })).toHaveFocus();
  await userEvent.keyboard('{PageUp}');
  await expect.element(screen.getByRole('button', { name: /^2026-10-12,/ })).toHaveFocus();
  await expect.element(screen.getByRole('heading', { name: 'October 2026' })).toBeVisible();
});

it('goes on to an event far away that only the journal knows, and says where there is none', async () => {
  const { slider, proxy } = await show();
  proxy.laterEvent = { id: 'e9', cameraId: 'c2', atMs: noonMs + 86_400_000 };
  await userEvent.keyboard('n');
  await expect
    .element(slider)
    .toHaveAttribute('aria-valuetext', expect.stringContaining('2026-11-21 12:00:00'));
  await userEvent.keyboard('p');
  await expect
    .poll(() => toasts.getState().list.map(({ text }) => text))
    .toEqual(['No earlier event of these cameras is known.']);
});
