import '../../ui/browser-test.css';
import { type ReactElement, useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { alarmOf } from '../../device-access/fake-alarms.ts';
import { FakeSocket } from '../../device-access/fake-socket.ts';
import { useAlarms } from '../../device-access/use-alarms.ts';
import { ToastRegion } from '../../ui/toast.tsx';
import { toasts } from '../../ui/toast-store.ts';
import { deskSound } from './desk-sound.ts';
import { DeskStage, type DeskStageProps, FakeDesk } from './fake-desk.tsx';
import {
  AlarmDock,
  AlarmStrip,
  AlarmsPage,
  type AlarmsPlace,
  AlarmWatch,
  type DeskRoads,
  firstWaiting,
  useDeskKeys,
  wantAlarm,
} from './index.ts';

let desk: FakeDesk;
const opened = vi.fn();
const roads: DeskRoads = { singleKeys: true, openAlarm: opened, openAll: () => undefined };

function Keys(): null {
  const shown = useAlarms();
  useDeskKeys(true, {
    next: () => {
      const first = firstWaiting(shown ?? []);
      if (first !== undefined) wantAlarm(first.alarm.id);
    },
    toggleDock: () => undefined,
  });
  return null;
}

function Desk({ children }: { readonly children: ReactElement }): ReactElement {
  return (
    <div style={{ height: '100vh', width: 360, display: 'flex' }}>
      <AlarmWatch onOpen={() => undefined} />
      <Keys />
      {children}
      <ToastRegion closeLabel="Close" />
    </div>
  );
}

async function open(role: DeskStageProps['role'] = 'operator', shown?: ReactElement) {
  const screen = await render(
    <DeskStage role={role}>
      <Desk>{shown ?? <AlarmDock roads={roads} onCollapse={() => undefined} />}</Desk>
    </DeskStage>,
  );
  await expect.poll(() => FakeSocket.opened.length).toBeGreaterThan(0);
  return screen;
}

const call = alarmOf('call', { lastAtMs: Date.now(), firstAtMs: Date.now() });
const low = alarmOf('low', { priority: 3, ruleName: 'Plates', subject: 'B 1', number: 2 });
const row = (text: string | RegExp) => page.getByRole('article').filter({ hasText: text });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const kinds = () => desk.actions.map(({ alarmId, action }) => [alarmId, action.kind]);

beforeEach(async () => {
  await page.viewport(1600, 900);
  document.documentElement.lang = 'en';
  localStorage.clear();
  toasts.setState({ list: [] });
  vi.stubGlobal('WebSocket', FakeSocket);
  FakeSocket.opened = [];
  desk = new FakeDesk();
  vi.stubGlobal('fetch', desk.fetch);
  opened.mockClear();
});
afterEach(() => vi.unstubAllGlobals());

test('the most urgent is on top, and the window says how many wait while it is used', async () => {
  const screen = await open();
  desk.greet(low, call);
  await expect.element(page.getByRole('article').first()).toHaveTextContent(/Critical.*Emergency/);
  await expect.element(row('Plates')).toHaveTextContent(/Medium.*B 1 · Gate.*Not acknowledged/);
  await expect.poll(() => document.title).toBe('(2) Watchfloor');
  await screen.unmount();
  expect(document.title).toBe('Watchfloor');
  expect(FakeSocket.newest().closed).toBe(true);
});

test('A goes to what waits first from anywhere, the second press asks why, a digit answers', async () => {
  await open();
  desk.greet(low, call);
  await expect.element(row('Plates')).toBeVisible();
  await userEvent.keyboard('a');
  await expect.element(row('Emergency call')).toHaveFocus();
  expect(desk.actions).toEqual([]);
  await userEvent.keyboard('a');
  await expect.element(button(/^Real/)).toHaveFocus();
  await userEvent.keyboard('2');
  await expect.element(row('Emergency call')).toHaveTextContent('Acknowledged, goes on');
  await expect.element(row('Emergency call')).toHaveFocus();
  await expect.poll(kinds).toEqual([['call', 'acknowledge']]);
  expect(desk.actions[0]).toMatchObject({
    personId: 'guard',
    action: { kind: 'acknowledge', reason: 'false' },
  });
  await expect.poll(() => document.title).toBe('(1) Watchfloor');
});

test('where no dock stands open, the strip says that the browser holds the sound back', async () => {
  await open('operator', <AlarmStrip dockOpen={false} onPress={() => undefined} />);
  desk.greet(call);
  await expect.element(button(/1 open alarm/)).not.toHaveTextContent('Sound blocked');
  deskSound.setState({ blocked: true });
  await expect.element(button(/1 open alarm/)).toHaveTextContent('Sound blocked by the browser');
});

test('what wants no reason can be taken back before it is sent', async () => {
  await open();
  desk.greet(low);
  // However slow this browser is, nothing is sent meanwhile.
  desk.isAway = true;
  await row('Plates').click();
  await userEvent.keyboard('a');
  await expect.element(row('Plates')).toHaveTextContent(/can be taken back|not sent/);
  await button('Undo').click();
  await expect.element(row('Plates')).toHaveTextContent('Not acknowledged');
  await expect.element(row('Plates')).toHaveFocus();
  expect(localStorage).toHaveLength(0);
  expect(desk.actions).toEqual([]);
});

test('letters act on the alarm that has the focus, and not while somebody writes', async () => {
  await open();
  desk.greet(call);
  await row('Emergency call').click();
  await userEvent.keyboard('i');
  await expect.element(row('Emergency call')).toHaveTextContent('with you');
  await userEvent.keyboard('h');
  await userEvent.keyboard('{Tab}hiding a fix');
  await expect.element(page.getByLabelText('Why')).toHaveValue('hiding a fix');
  await userEvent.keyboard('{Escape}');
  await expect.element(row('Emergency call')).toHaveFocus();
  await userEvent.keyboard('o');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Write something first.')).toBeVisible();
  await userEvent.keyboard('Called back{Enter}');
  await userEvent.keyboard('f');
  await page.getByLabelText('To whom').selectOptions('Other (signed in)');
  await button('Forward').click();
  await expect.poll(kinds).toEqual([
    ['call', 'claim'],
    ['call', 'note'],
    ['call', 'forward'],
  ]);
  await userEvent.keyboard('{Enter}');
  expect(opened).toHaveBeenCalledExactlyOnceWith('call');
});

test('what was done without the server waits, says so, and is sent in its order', async () => {
  await open();
  desk.greet(call);
  desk.isAway = true;
  await row('Emergency call').click();
  await userEvent.keyboard('ia1');
  await expect.element(row('Emergency call')).toHaveTextContent(/Acknowledged.*not sent/);
  await expect.element(page.getByText('2 actions are not sent yet.')).toBeVisible();
  expect(localStorage).toHaveLength(2);
  desk.isAway = false;
  window.dispatchEvent(new Event('online'));
  await expect.poll(kinds).toEqual([
    ['call', 'claim'],
    ['call', 'acknowledge'],
  ]);
  await expect.element(page.getByText('2 actions are not sent yet.')).not.toBeInTheDocument();
});

test('a refusal says why, and shows what holds', async () => {
  await open();
  desk.greet(call);
  desk.refusal = 'came-back';
  await row('Emergency call').click();
  await userEvent.keyboard('a1');
  await expect
    .element(page.getByText(/Acknowledging “Emergency call.*” was refused: it has come back since/))
    .toBeVisible();
  await expect.element(row('Emergency call')).toHaveTextContent('Not acknowledged');
});

test('each new one is read out once, several as a number', async () => {
  await open();
  desk.greet(call);
  const said = page.getByRole('alert');
  await expect.element(row('Emergency call')).toBeVisible();
  expect(said.element().textContent).toBe('');
  desk.tell([low]);
  await expect.element(said).toHaveTextContent('Medium alarm: Plates, B 1 · Gate');
  desk.tell([{ ...low, number: 3, count: 2 }]);
  await expect.element(row('Plates')).toHaveTextContent('2 times');
  await expect.element(said).toHaveTextContent('Medium alarm: Plates, B 1 · Gate');
});

test('what nobody has taken stands out for a supervisor, and is read out', async () => {
  await open('supervisor');
  desk.greet(call);
  await expect.element(row('Emergency call')).toBeVisible();
  desk.tell([{ ...call, number: 7, escalatedAtMs: Date.now() }]);
  await expect.element(row('Emergency call')).toHaveTextContent('Nobody has taken it');
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('Nobody has taken it: Emergency call, Level 2 · Gate');
});

test('unknown is not empty, and says since when', async () => {
  await open();
  desk.greet();
  await expect.element(page.getByText('No open alarm')).toBeVisible();
  FakeSocket.newest().break();
  await expect.element(page.getByText(/Alarms are unknown since \d\d:\d\d:\d\d/)).toBeVisible();
  await expect.element(page.getByText('No open alarm')).not.toBeInTheDocument();
});

test('in a flood the others are grouped, and open on demand', async () => {
  await open();
  desk.greet();
  const plates = Array.from({ length: 12 }, (_, index) =>
    alarmOf(`p${index}`, { priority: 3, ruleName: 'Plates', subject: `P ${index}` }),
  );
  desk.tell([call, ...plates], { active: true, sinceMs: Date.UTC(2026, 10, 26, 14, 2) });
  await expect.element(page.getByText('Flood since 14:02.')).toBeVisible();
  expect(page.getByRole('article').elements()).toHaveLength(1);
  await button(/Plates, Gate.*12 alarms/).click();
  expect(page.getByRole('article').elements()).toHaveLength(13);
});

test('whoever may only look is offered nothing', async () => {
  await open('viewer');
  desk.greet(call);
  await row('Emergency call').click();
  await expect.element(button('Open')).toBeVisible();
  await expect.element(button('Acknowledge')).not.toBeInTheDocument();
  await userEvent.keyboard('i');
  expect(desk.actions).toEqual([]);
});

test('nothing moves under the pointer of whoever is about to press', async () => {
  await open();
  desk.greet(low);
  await userEvent.hover(row('Plates'));
  desk.tell([call]);
  await expect.element(button('1 new alarm')).toBeVisible();
  await expect.element(row('Emergency call')).not.toBeInTheDocument();
  await userEvent.unhover(row('Plates'));
  await expect.element(row('Emergency call')).toBeVisible();
});

function Page(): ReactElement {
  const [place, setPlace] = useState<AlarmsPlace>({ state: '', prio: '' });
  return <AlarmsPage place={place} onPlace={setPlace} roads={roads} />;
}

test('the page filters, acknowledges the minor ones together, and shows what was closed', async () => {
  desk.closed = [
    alarmOf('done', { ruleName: 'Back door', closed: { by: { id: 'o', name: 'Other' }, atMs: 5 } }),
  ];
  await open('operator', <Page />);
  desk.greet(call, low);
  desk.isAway = true;
  await button('Acknowledge medium and low (1)').click();
  await expect.element(page.getByText('1 alarm acknowledged')).toBeVisible();
  await expect.element(row('Plates')).toHaveTextContent(/can be taken back|not sent/);
  await expect.element(row('Emergency call')).toHaveTextContent('Not acknowledged');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.element(row('Plates')).toHaveTextContent('Not acknowledged');
  desk.isAway = false;
  await button('Critical').click();
  await expect.element(row('Plates')).not.toBeInTheDocument();
  await button('Closed').click();
  await expect.element(page.getByText(/Back door/)).toBeVisible();
});
