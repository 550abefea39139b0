import '../../../ui/browser-test.css';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CameraView } from '../../../api/camera.ts';
import type { EventFactView } from '../../../api/events.ts';
import { eventOf, noonMs, tell } from '../fake-events.ts';
import { openEventsPage, plainPane, withFakeEvents } from '../fake-events-page.tsx';

vi.mock('../../../playback/camera-tile.tsx', () => ({
  CameraTile: ({ camera }: { camera: CameraView }) => <i data-live={camera.id} />,
}));
vi.mock('../../../playback/recorded/recorded-clip.tsx', () => ({
  RecordedClip: ({ cameraId, atMs }: { cameraId: string; atMs: number }) => (
    <i data-clip={`${cameraId} ${atMs}`} />
  ),
}));

const plate = (text: string): EventFactView => ({
  topic: 'plate',
  plate: text,
  score: 87,
  direction: 'entry',
  zoneCode: 'z1',
  zoneName: 'North',
  box: { x: 10, y: 20, width: 300, height: 80, unit: 'pixel' },
  linked: [{ cameraId: 'c2', title: 'Yard view' }],
  parkingLots: { entrance: 3 },
});

const fake = withFakeEvents();
const button = (name: string | RegExp) => page.getByRole('button', { name });
const panel = () => page.getByRole('complementary');
const open = (event = '') =>
  openEventsPage(fake.proxy, { place: { event }, panes: [{ ...plainPane, sums: false }] });

beforeEach(() => {
  fake.proxy.journal = [3, 2, 1].map((number) => eventOf(number, plate(`P${number}`)));
});

test('opens with Enter, says everything, and gives the focus back with Esc', async () => {
  const opened = await open();
  await expect.element(page.getByText('P2')).toBeVisible();
  button('13:00:02 Plate, Gate').element().focus();
  await userEvent.keyboard('{Enter}');
  expect(opened.place.event).toBe('e2');
  await expect.element(panel().getByRole('heading', { level: 2 })).toHaveFocus();
  await expect.element(panel()).toHaveTextContent(/Plate, Gate, 13:00:02/);
  for (const said of [
    'Score of 10087',
    'Zone codez1',
    'In the picture300 × 80 pixels at 10, 20',
    'Lot: entrance3',
    'By its clocknot told',
    'Its clocknot compared',
    'Time zoneEurope/Berlin',
  ]) {
    await expect.element(panel()).toHaveTextContent(said);
  }
  expect([...document.querySelectorAll('[data-live]')].map((tile) => tile.outerHTML)).toEqual([
    '<i data-live="c1"></i>',
    '<i data-live="c2"></i>',
  ]);
  expect(document.querySelector('[data-clip]')?.getAttribute('data-clip')).toBe(
    `c1 ${noonMs + 2000}`,
  );
  await userEvent.keyboard('{Escape}');
  expect(opened.place.event).toBe('');
  await expect.element(button('13:00:02 Plate, Gate')).toHaveFocus();
});

test('shows of a call what the camera beside it has recorded', async () => {
  const call: EventFactView = {
    topic: 'call',
    active: true,
    caller: '17',
    place: 'Level 2',
    deviceName: '',
    linked: [{ cameraId: 'c2', title: 'Yard view' }],
  };
  fake.proxy.journal = [eventOf(1, call, { cameraId: null, cameraName: '' })];
  await open('e1');
  await expect.element(panel()).toHaveTextContent('Level 2');
  await expect
    .poll(() => document.querySelector('[data-clip]')?.getAttribute('data-clip'))
    .toBe(`c2 ${noonMs + 1000}`);
});

test('goes to the neighbours, and stops at the ends', async () => {
  const opened = await open();
  await button('13:00:02 Plate, Gate').click();
  await button('Newer event').click();
  expect(opened.place.event).toBe('e3');
  await expect.element(button('Newer event')).toHaveAttribute('aria-disabled', 'true');
  await button('Older event').click();
  await button('Older event').click();
  expect(opened.place.event).toBe('e1');
  await expect.element(panel()).toHaveTextContent('P1');
  await expect.element(button('Older event')).toHaveAttribute('aria-disabled', 'true');
});

test('opens by its address, and grows with what comes', async () => {
  await open('e1');
  await expect.element(panel()).toHaveTextContent('P1');
  tell([eventOf(9, plate('READ AGAIN'), { id: 'e1', count: 4, clockOffsetMs: -90_000 })]);
  await expect.element(panel()).toHaveTextContent('READ AGAIN');
  await expect.element(panel()).toHaveTextContent('Its clock1 min behind');
  await expect.element(panel()).toHaveTextContent('Reported4');
});

test('says that there is none', async () => {
  await open('gone');
  await expect.element(panel().getByText('There is no such event')).toBeVisible();
  await button('Close the event').click();
  await expect.element(panel()).not.toBeInTheDocument();
});

test('what cannot be read can be asked for again', async () => {
  fake.proxy.fails = true;
  await open('e2');
  await expect.element(panel().getByText('The event could not be read.')).toBeVisible();
  fake.proxy.fails = false;
  await panel().getByRole('button', { name: 'Try again' }).click();
  await expect.element(panel()).toHaveTextContent('P2');
});

test('covers the list on a phone', async () => {
  await page.viewport(390, 844);
  await open();
  await button('13:00:02 Plate, Gate').click();
  await expect.element(panel()).toHaveTextContent('P2');
  const { width, height } = panel().element().getBoundingClientRect();
  expect([width, height]).toEqual([390, 844]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  await button('Close the event').click();
  await expect.element(button('13:00:02 Plate, Gate')).toHaveFocus();
});
