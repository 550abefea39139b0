import '../../ui/browser-test.css';

import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { CameraSpans } from '../../api/recordings.ts';
import { fileAt, secondShown } from '../../playback/recorded/fake-footage.ts';
import { noonMs, showPlayback } from './fake-playback-page.tsx';

it('plays backwards picture by picture, over the seam of two files, and says so', async () => {
  const t = new Date(noonMs + 10_600).toISOString();
  const { screen, videos } = await showPlayback({ t });
  await userEvent.keyboard('j');
  await expect.element(screen.getByText('Backwards: 1× · picture by picture')).toBeVisible();
  await expect.poll(() => videos()[0]?.src).toContain(`f${noonMs}`);
  await expect.poll(() => videos()[0]?.currentTime ?? 99).toBeLessThan(9);
  expect(videos().every(({ paused }) => paused)).toBe(true);
  await userEvent.keyboard('j');
  await expect.element(screen.getByText('Backwards: 2× · picture by picture')).toBeVisible();
  await userEvent.keyboard('k');
  expect(screen.getByText(/Backwards/).query()).toBeNull();
  const [video] = videos();
  await expect.poll(() => video?.seeking).toBe(false);
  expect(video && secondShown(video)).toBe(Math.floor(video?.currentTime ?? 0));
  await userEvent.keyboard('l');
  await expect.poll(() => video?.paused).toBe(false);
});

it('stops where nothing was recorded before', async () => {
  const t = new Date(noonMs + 500).toISOString();
  const { screen } = await showPlayback({ t });
  await screen.getByRole('button', { name: 'Play backwards (J)' }).click();
  await expect.element(screen.getByRole('button', { name: 'Play (Space)' })).toBeVisible();
  await expect.element(screen.getByText('Nothing was recorded here.').first()).toBeVisible();
});

it('hurries through what is quiet, and slows down where something happened', async () => {
  const spans: [number, number, 'continuous' | 'motion'][] = [
    [noonMs, noonMs + 20_000, 'continuous'],
    [noonMs + 14_000, noonMs + 16_000, 'motion'],
  ];
  const listed: CameraSpans['found'] = {
    state: 'listed',
    precision: 'exact',
    spans,
    knownToMs: noonMs + 1e9,
  };
  const t = new Date(noonMs).toISOString();
  const { screen, slider, places } = await showPlayback(
    { t, skipsQuiet: true },
    { c1: listed, c2: { state: 'not-offered' } },
  );
  await userEvent.keyboard(' ');
  await expect.element(screen.getByText('Quiet: 8×')).toBeVisible();
  await expect.element(screen.getByText('Activity: 1×')).toBeVisible();
  await expect
    .element(slider)
    .toHaveAttribute('aria-valuetext', expect.stringMatching(/12:00:(09|1\d)/));
  await userEvent.keyboard('q');
  expect(places.at(-1)).toEqual({ skipsQuiet: false });
});

it('calls nothing quiet of which it does not know what happened', async () => {
  const { screen } = await showPlayback({ skipsQuiet: true });
  await userEvent.keyboard(' ');
  await expect.element(screen.getByText('Activity not known here: 1×')).toBeVisible();
});

it('says that it is the past, and when, in a picture alone, at any speed and at rest', async () => {
  const { screen, videos, footage } = await showPlayback({ speed: '16' });
  for (let at = 2; at < 60; at += 1) footage.files.push(fileAt(noonMs + at * 10_000));
  await screen.getByRole('button', { name: 'Show Yard alone' }).click();
  await expect.poll(() => videos().length).toBe(1);
  const tile = screen.getByRole('region', { name: 'Recording of Yard' });
  const label = () => tile.element().textContent ?? '';
  expect(label()).toMatch(/Recorded.*12:00:02/);
  expect(getComputedStyle(tile.element()).borderTopWidth).toBe('2px');
  await userEvent.keyboard('l');
  await expect.element(screen.getByText('picture by picture')).toBeVisible();
  await expect.poll(label).toMatch(/Recorded.*12:0(0:[1-5]|1:)/);
  await userEvent.keyboard('k');
  expect(label()).toMatch(/Recorded.*12:0\d:/);
  await screen.getByRole('button', { name: 'Show the others again' }).click();
  await expect.poll(() => videos().length).toBe(2);
});

it('says where a recorder leaves open which of two hours it means', async () => {
  const { screen, footage } = await showPlayback();
  footage.files.push(fileAt(noonMs + 20_000, { shownTwice: true }));
  expect(screen.getByRole('note').query()).toBeNull();
  await userEvent.keyboard('g');
  await userEvent.keyboard('20 nov 2026 12:00:25{Enter}');
  await expect.element(screen.getByText(/does not say which it means/).first()).toBeVisible();
});
