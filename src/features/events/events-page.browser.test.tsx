import '../../ui/browser-test.css';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { EventFactView } from '../../api/events.ts';
import { FakeSocket } from '../../device-access/fake-socket.ts';
import type { EventsPlace } from './events-place.ts';
import { eventOf, noonMs, tell } from './fake-events.ts';
import { leaveLists, openEventsPage, plainPane, withFakeEvents } from './fake-events-page.tsx';
import type { Pane } from './panes/pane.ts';

const fake = withFakeEvents();

const open = (change: Partial<Pane> = {}, place: Partial<EventsPlace> = {}) =>
  openEventsPage(fake.proxy, { place, panes: [{ ...plainPane, ...change }] });

const plate = (text: string): EventFactView => ({
  topic: 'plate',
  plate: text,
  score: 87,
  direction: 'entry',
  zoneCode: 'z1',
  zoneName: 'North',
  linked: [{ cameraId: 'c2', title: 'Yard view' }],
  parkingLots: {},
});
const motion: EventFactView = { topic: 'motion', active: true, level: 12, boxes: [] };
const call = (active: boolean): EventFactView => ({
  topic: 'call',
  active,
  caller: '17',
  place: 'Level 2',
  deviceName: '',
  linked: [],
});
const gap = { id: 'g1', deviceId: 'd2', deviceName: 'Quay recorder', fromMs: noonMs } as const;
const row = (text: string | RegExp) => page.getByRole('listitem').filter({ hasText: text });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const list = () => page.getByRole('list', { name: 'All: events, the newest first' });

test('puts what comes on top of the journal, with its facts, time and place', async () => {
  fake.proxy.journal = [eventOf(1, motion)];
  await open();
  await expect
    .element(row('Motion started'))
    .toHaveTextContent(/13:00:01.*Motion.*Gate.*Motion started.*12 % of the area/);
  tell([eventOf(2, plate('B-XY 123'), { cameraId: 'c3', deviceId: 'd2', cameraName: 'Quay' })]);
  await expect
    .element(list().getByRole('listitem').first())
    .toHaveTextContent(/21:00:02.*\+09:00.*Quay.*B-XY 123EntryScore 87 of 100North/);
  await expect
    .element(page.getByRole('link', { name: 'Yard view' }))
    .toHaveAttribute('href', '/cam/c2');
});

test('waits while the pointer is in the list, and says how many wait', async () => {
  fake.proxy.journal = [eventOf(1, motion)];
  await open();
  await userEvent.hover(row('Motion started'));
  await expect.element(page.getByText('New events wait while the pointer')).toBeVisible();
  tell([eventOf(2, plate('WAITS')), eventOf(3, motion)]);
  await expect.element(button('2 new')).toBeVisible();
  await expect.element(row('WAITS')).not.toBeInTheDocument();
  await leaveLists();
  await expect.element(row('WAITS')).toBeVisible();
  await expect.element(button('2 new')).not.toBeInTheDocument();
});

test('is paused until somebody goes on', async () => {
  await open({ paused: true });
  tell([eventOf(1, motion)]);
  await expect.element(button('1 new')).toBeVisible();
  await button('Go on with All').click();
  await expect.element(row('Motion started')).toBeVisible();
  await button('Pause All').click();
  tell([eventOf(2, plate('SECOND'))]);
  await button('1 new').click();
  await expect.element(row('SECOND')).toBeVisible();
  await expect.element(button('Pause All')).toBeVisible();
});

test('asks for what an address chooses, and takes in nothing else', async () => {
  fake.proxy.journal = [eventOf(2, motion), eventOf(1, plate('OLD'))];
  const opened = await open({}, { topics: 'motion' });
  await expect.element(row('Motion started')).toBeVisible();
  await button('More for Motion').click();
  await page.getByRole('menuitem', { name: 'Choose what it shows' }).click();
  await button('Plate').click();
  expect(opened.place.topics).toBe('motion,plate');
  await button('Motion').click();
  expect(opened.place.topics).toBe('plate');
  await page.getByLabelText('Camera', { exact: true }).selectOptions('c2');
  await expect.poll(() => fake.proxy.asked.at(-1)?.get('cameraIds')).toBe('c2');
  await button('Leave out Yard').click();
  await button('Done').click();
  await leaveLists();
  await expect.element(row('OLD')).toBeVisible();
  expect(fake.proxy.asked.at(-1)?.get('topics')).toBe('plate');
  tell([eventOf(3, motion), eventOf(4, plate('NEW'))]);
  await expect.element(row('NEW')).toBeVisible();
  await expect.element(row('Motion started')).not.toBeInTheDocument();
  await button('Show my panes').click();
  await expect.element(row('Motion started').first()).toBeVisible();
});

test('tells a flood as one row that opens, and stays open while it grows', async () => {
  await open();
  tell([1, 2, 3, 4].map((number) => eventOf(number, motion)));
  const flood = button('Gate: 4 × Motion in 3 sec');
  await expect.element(flood).toHaveAttribute('aria-expanded', 'false');
  expect(list().element().childElementCount).toBe(1);
  await flood.click();
  await expect.element(list().getByText('Motion started').nth(3)).toBeVisible();
  await leaveLists();
  tell([eventOf(5, motion)]);
  await expect
    .element(button('Gate: 5 × Motion in 4 sec'))
    .toHaveAttribute('aria-expanded', 'true');
});

test('the arrow keys go from row to row, and new ones wait meanwhile', async () => {
  fake.proxy.journal = [
    eventOf(3, plate('THREE')),
    eventOf(2, plate('TWO')),
    eventOf(1, plate('ONE')),
  ];
  await open();
  await expect.element(row('ONE')).toBeVisible();
  await button('13:00:03 Plate, Gate').element().focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  await expect.element(button('13:00:02 Plate, Gate')).toHaveFocus();
  await expect.element(page.getByText('New events wait while the focus')).toBeVisible();
});

test('an incident that grows is one line, and a gap tells what is known of it', async () => {
  await open();
  tell([eventOf(1, call(true), { id: 'call' })]);
  await expect.element(row('Level 2')).toHaveTextContent('goes on');
  tell(
    [eventOf(2, call(false), { id: 'call', atMs: noonMs, endMs: noonMs + 65_000 })],
    [{ ...gap, number: 3, toMs: noonMs + 60_000, state: 'partly' }],
  );
  await expect.element(row('Level 2')).toHaveTextContent(/ended.*lasted 1 min/);
  await expect
    .element(
      row('Nobody listened to Quay recorder from 2026-11-25 21:00:00 to 2026-11-25 21:01:00'),
    )
    .toHaveTextContent('Filled from its log in part');
});

test('says so where the picture does not come', async () => {
  await open();
  tell([eventOf(1, plate('B-XY 123'), { hasImage: true, id: 'no-such' })]);
  await expect.element(page.getByText('No picture')).toBeVisible();
});

test('tells who is listened to, and why nothing is there', async () => {
  fake.proxy.fails = true;
  await open();
  await expect.element(page.getByText('The events could not be read.')).toBeVisible();
  fake.proxy.fails = false;
  await button('Try again').click();
  await expect.element(page.getByText('Nothing has happened yet')).toBeVisible();
  await page.getByText('Listening to 1 of 2 devices').click();
  await expect.element(page.getByText('lost since 13:00:00')).toBeVisible();
  FakeSocket.newest().break();
  await expect.element(page.getByText(/No new events reach this window/)).toBeVisible();
});

test('shows what comes where the journal cannot be read, and says that the rest is missing', async () => {
  fake.proxy.journal = [eventOf(1, plate('OLD'))];
  fake.proxy.fails = true;
  await open();
  await expect.element(page.getByText('The events could not be read.')).toBeVisible();
  tell([eventOf(2, plate('NEW'))]);
  await expect.element(row('NEW')).toBeVisible();
  await expect.element(page.getByText('Older events could not be read.')).toBeVisible();
  fake.proxy.fails = false;
  await button('Try again').click();
  await expect.element(row('OLD')).toBeVisible();
  await expect.element(page.getByText('This is the oldest event')).toBeVisible();
});

test('fits on a phone, and draws few of many lines', async () => {
  await page.viewport(390, 844);
  fake.proxy.journal = Array.from({ length: 300 }, (_, index) =>
    eventOf(300 - index, plate(`P${300 - index}`)),
  );
  await open();
  await expect.element(row('P300')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  expect(list().element().childElementCount).toBeLessThan(40);
});
