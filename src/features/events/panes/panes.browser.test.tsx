import '../../../ui/browser-test.css';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { EventFactView } from '../../../api/events.ts';
import { FakeSocket } from '../../../device-access/fake-socket.ts';
import { eventOf, noonMs, tell } from '../fake-events.ts';
import { leaveLists, openEventsPage, withFakeEvents } from '../fake-events-page.tsx';

const motion: EventFactView = { topic: 'motion', active: true, level: 40, boxes: [] };
const tampering: EventFactView = { topic: 'tampering', active: true };
const plate: EventFactView = {
  topic: 'plate',
  plate: 'B-XY 123',
  zoneCode: '',
  zoneName: '',
  linked: [],
  parkingLots: {},
};
const parking = (count: number): EventFactView => ({
  topic: 'parking',
  lots: [{ id: 'l1', name: 'Deck 2', kind: 'counter', count, most: 20, members: [] }],
});

const fake = withFakeEvents();
const button = (name: string | RegExp) => page.getByRole('button', { name });
const item = (name: string) => page.getByRole('menuitem', { name });
const pane = (name: string) => page.getByRole('region', { name, exact: true });
const names = () => [...document.querySelectorAll('section header h2')].map(textOf);
const textOf = ({ textContent }: Element) => textContent;
const widthOf = (name: string) => pane(name).element().getBoundingClientRect().width;

async function choose(name: string, ...items: string[]): Promise<void> {
  await button(`More for ${name}`).click();
  for (const each of items) await item(each).click();
}

beforeEach(() => {
  vi.spyOn(Date, 'now').mockReturnValue(noonMs + 60_000);
});
afterEach(() => vi.restoreAllMocks());

test('each shows what it is for, whatever comes to the others', async () => {
  await openEventsPage(fake.proxy);
  expect(names()).toEqual(['Everything', 'Calls and faults', 'Plates and parking']);
  tell([eventOf(1, plate), eventOf(2, tampering), eventOf(3, motion)]);
  await expect.element(pane('Plates and parking').getByRole('listitem')).toHaveTextContent('B-XY');
  await expect
    .element(pane('Calls and faults').getByRole('listitem'))
    .toHaveTextContent('Camera tampered with');
  const rows = pane('Everything').getByRole('list', { name: /the newest first/ });
  await expect.element(rows.getByRole('listitem').nth(1)).toHaveTextContent('B-XY 123');
  expect(rows.element().childElementCount).toBe(2);
});

test('one is added, named, moved and removed, and comes back as it was', async () => {
  const { personId } = await openEventsPage(fake.proxy);
  await button('Add a pane').click();
  await item('Objects').click();
  await choose('Objects', 'Choose what it shows…');
  await page.getByLabelText('Name', { exact: true }).fill('Faces of the day');
  await button('Done').click();
  await choose('Faces of the day', 'Move towards the beginning');
  expect(names()).toEqual([
    'Everything',
    'Calls and faults',
    'Faces of the day',
    'Plates and parking',
  ]);
  await choose('Calls and faults', 'Remove this pane');
  expect(names()).toEqual(['Everything', 'Faces of the day', 'Plates and parking']);
  const kept = JSON.parse(localStorage.getItem(`watchfloor.events.${personId}`) ?? '');
  expect(kept.panes[1]).toMatchObject({ name: 'Faces of the day', topics: ['object'] });
  await button('Undo').click();
  expect(names()).toContain('Calls and faults');
});

test('are made wider by keys, by a drag and by the menu', async () => {
  await openEventsPage(fake.proxy);
  const before = widthOf('Everything');
  const splitter = page.getByRole('separator', { name: 'Width of Everything' });
  splitter.element().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.poll(() => widthOf('Everything')).toBeCloseTo(before + 32, 0);
  expect(Number(splitter.element().getAttribute('aria-valuenow'))).toBeCloseTo(before + 32, 0);
  await choose('Everything', 'Narrower');
  await expect.poll(() => widthOf('Everything')).toBeCloseTo(before - 48, 0);
  await choose('Everything', 'Share the width evenly');
  await expect.poll(() => widthOf('Everything')).toBeCloseTo(before, 0);
  await userEvent.dragAndDrop(splitter, pane('Calls and faults'), {
    targetPosition: { x: 100, y: 200 },
  });
  await expect.poll(() => widthOf('Everything')).toBeGreaterThan(before + 50);
});

test('motion is one line for each camera, and a row for each report where one wants that', async () => {
  fake.proxy.journal = [
    eventOf(2, motion, { cameraId: 'c2', cameraName: 'Yard', endMs: noonMs + 9000 }),
    eventOf(1, motion, { endMs: noonMs + 8000 }),
  ];
  await openEventsPage(fake.proxy);
  const section = page.getByRole('region', { name: 'Motion of the last 10 minutes' });
  await expect.element(section.getByRole('button', { name: /^Yard once in 10 min/ })).toBeVisible();
  tell([eventOf(3, motion)]);
  await expect
    .element(section.getByRole('button', { name: 'Gate moving since 13:00, 2 times in 10 min' }))
    .toBeVisible();
  await choose('Everything', 'Choose what it shows…');
  await page.getByLabelText('Motion as one line per camera', { exact: false }).click();
  await button('Done').click();
  await leaveLists();
  await expect.element(section).not.toBeInTheDocument();
  await expect
    .element(pane('Everything').getByRole('listitem').first())
    .toHaveTextContent('Motion started');
});

test('nobody knows what moves while the proxy is away', async () => {
  await page.viewport(390, 844);
  fake.proxy.journal = [eventOf(1, motion)];
  await openEventsPage(fake.proxy);
  const section = page.getByRole('region', { name: 'Motion of the last 10 minutes' });
  await expect.element(section).toHaveTextContent('1 moving now');
  await section.getByRole('button').click();
  FakeSocket.newest().break();
  await expect.element(section.getByRole('button', { name: 'Gate once in 10 min' })).toBeVisible();
  await section.getByRole('button', { name: /^Motion/ }).click();
  await expect.element(section).toHaveTextContent('not known now');
});

test('parking is a gauge for each lot, with what came and went', async () => {
  fake.proxy.journal = [eventOf(1, parking(12))];
  await openEventsPage(fake.proxy);
  const gauge = pane('Plates and parking').getByRole('listitem').filter({ hasText: 'Deck 2' });
  await expect.element(gauge).toHaveTextContent('12 of 20');
  tell([eventOf(2, parking(19))]);
  await expect.element(gauge).toHaveTextContent('19 of 20almost full+7 in 10 min');
});

test('say that what came before cannot be read, and read it when it can', async () => {
  fake.proxy.fails = true;
  fake.proxy.journal = [eventOf(1, motion)];
  await openEventsPage(fake.proxy);
  const section = page.getByRole('region', { name: 'Motion of the last 10 minutes' });
  await expect.element(section).toHaveTextContent('What came before could not be read.');
  fake.proxy.fails = false;
  await section.getByRole('button', { name: 'Try again' }).click();
  await expect.element(section).toHaveTextContent('Gatemoving since 13:00, once in 10 min');
});

test('are shown one at a time on a phone', async () => {
  await page.viewport(390, 844);
  await openEventsPage(fake.proxy);
  expect(names()).toEqual(['Everything']);
  await page.getByRole('tab', { name: 'Plates and parking' }).click();
  expect(names()).toEqual(['Plates and parking']);
  tell([eventOf(1, plate)]);
  await leaveLists();
  await expect.element(page.getByText('B-XY 123').first()).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
