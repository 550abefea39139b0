import '../../ui/browser-test.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { AlarmActionRequest, AlarmStep, AlarmView } from '../../api/alarms.ts';
import type { CameraView } from '../../api/camera.ts';
import type { SessionView } from '../../api/session.ts';
import { forgetAlarms, takeInAlarms } from '../../device-access/alarm-state.ts';
import { alarmOf } from '../../device-access/fake-alarms.ts';
import { type Role, verbsOf } from '../../domain/role.ts';
import { testCamera } from '../../playback/test-cameras.ts';
import { AlarmPage } from './alarm-page.tsx';

// Pictures have tests of their own; here each is its words.
vi.mock('../../playback/camera-tile.tsx', () => ({
  CameraTile: ({ camera, children }: { camera: CameraView; children: React.ReactNode }) => (
    <div>
      {camera.name} now{children}
    </div>
  ),
}));
vi.mock('../../playback/recorded/recorded-clip.tsx', () => ({
  RecordedClip: ({ name, atMs, beforeMs }: Record<string, unknown>) => (
    <div>{`${name} recorded from ${Number(atMs) - Number(beforeMs)}`}</div>
  ),
}));
vi.mock('../../device-access/event-feed.ts', () => ({ openEventFeed: () => () => undefined }));

const roads = { back: vi.fn(), openAlarm: vi.fn(), openCamera: vi.fn() };
const flood = { active: false, sinceMs: null };
let known: AlarmView[];
let steps: AlarmStep[];
let sent: AlarmActionRequest[];

const call = (over: Partial<AlarmView> = {}) =>
  alarmOf('a1', {
    cameraId: 'gate',
    linkedCameraIds: ['gate', 'lobby', 'vault'],
    lastAtMs: 60_000,
    procedure: 'Ring the guard.\nThen go there.',
    ...over,
  });

beforeEach(async () => {
  forgetAlarms();
  localStorage.clear();
  known = [call()];
  steps = [{ number: 1, atMs: 60_000, by: null, kind: 'raised', text: '' }];
  sent = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const id = /\/api\/alarms\/([^/]+)/.exec(path)?.[1];
    const alarm = known.find((each) => each.id === id);
    if (alarm === undefined) {
      return Response.json({ kind: 'not-found', reason: 'not-found' }, { status: 404 });
    }
    if (init.method !== 'POST') return Response.json({ alarm, steps, events: [] });
    const asked = JSON.parse(String(init.body)) as AlarmActionRequest;
    sent.push(asked);
    return Response.json(acknowledged(alarm));
  });
  await page.viewport(1280, 800);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

function acknowledged(alarm: AlarmView): AlarmView {
  const by = { id: 'p', name: 'Mira' };
  const next: AlarmView = {
    ...alarm,
    number: alarm.number + 1,
    acknowledged: { by, atMs: 61_000, reason: 'real' },
  };
  known = known.map((each) => (each.id === alarm.id ? next : each));
  steps = [...steps, { number: 2, atMs: 61_000, by, kind: 'acknowledge', text: 'real' }];
  return next;
}

let goTo: (alarmId: string) => void;

function Page({ start }: { readonly start: string }) {
  const [alarmId, setAlarmId] = useState(start);
  goTo = setAlarmId;
  return (
    <div style={{ display: 'flex', height: '100vh' }}>
      <AlarmPage alarmId={alarmId} singleKeys roads={roads} eventLine={() => null} />
    </div>
  );
}

async function show(alarmId = 'a1', role: Role = 'operator'): Promise<void> {
  const session: SessionView = {
    state: 'signed-in',
    person: { id: 'p', name: 'Mira', role },
    may: [...verbsOf(role)],
    allCameras: true,
    locksAfterMs: 900_000,
    locked: false,
    hasPassword: true,
  };
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const fresh = { updatedAt: Date.now() + 60_000 };
  client.setQueryData(['session'], session);
  client.setQueryData(
    ['cameras'],
    [
      testCamera([], { id: 'gate', name: 'Gate', zone: 'Asia/Tokyo' }),
      testCamera([], { id: 'lobby', name: 'Lobby' }),
    ],
    fresh,
  );
  client.setQueryData(['site'], { name: 'Site', zone: 'UTC' }, fresh);
  takeInAlarms({ alarms: known, flood }, 'all');
  await render(
    <QueryClientProvider client={client}>
      <Page start={alarmId} />
    </QueryClientProvider>,
  );
}

const text = (words: string | RegExp) => page.getByText(words);

describe('one alarm', () => {
  test('shows now beside the ten seconds before, what to do, and linked cameras that are seen', async () => {
    await show();
    await expect.element(text('Gate now')).toBeVisible();
    await expect.element(text('Gate recorded from 50000')).toBeVisible();
    await expect.element(text(/Ring the guard/)).toBeVisible();
    await expect.element(text('Lobby now')).toBeVisible();
    await expect.element(text('Linked camera')).toBeVisible();
    // By the clock of the list of alarms, which stands beside it.
    await expect.element(text('Times in')).toBeVisible();
    await expect.element(text('UTC')).toBeVisible();
    await expect.element(text('Raised')).toBeVisible();
  });

  test('is acknowledged by key and reason; its history follows', async () => {
    await show();
    await expect.element(text('Raised')).toBeVisible();
    await userEvent.keyboard('a');
    await userEvent.click(page.getByRole('button', { name: /^Real/ }));
    await expect
      .poll(() => sent.map(({ action }) => action))
      .toEqual([{ kind: 'acknowledge', reason: 'real' }]);
    await expect.element(text('Mira acknowledged it')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Acknowledge' })).not.toBeInTheDocument();
  });

  test('leads to its neighbours and back', async () => {
    known = [call(), alarmOf('a2', { priority: 2, subject: 'Roof' })];
    await show();
    await expect.element(text('1 of 2 open')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Previous open alarm' })).toBeDisabled();
    await userEvent.keyboard('.');
    expect(roads.openAlarm).toHaveBeenCalledWith('a2');
    goTo('a2');
    await expect.element(text('2 of 2 open')).toBeVisible();
    await userEvent.keyboard(',');
    expect(roads.openAlarm).toHaveBeenLastCalledWith('a1');
    await userEvent.keyboard('{Escape}');
    expect(roads.back).toHaveBeenCalledOnce();
  });

  test('stays on screen when somebody else closes it', async () => {
    await show();
    await expect.element(text('Raised')).toBeVisible();
    const by = { id: 'o', name: 'Other' };
    const closed = call({ number: 9, active: false, closed: { by, atMs: 62_000 } });
    known = [closed];
    takeInAlarms({ alarms: [closed], flood }, 'changed');
    await expect.element(text('This alarm is closed.')).toBeVisible();
    await expect.element(text('Gate now')).toBeVisible();
  });

  test('of no camera says so, and shows what is known', async () => {
    known = [call({ cameraId: null, cameraName: '', linkedCameraIds: [] })];
    await show();
    await expect.element(text(/No picture: this alarm is of no camera/)).toBeVisible();
    await expect.element(text(/Ring the guard/)).toBeVisible();
  });

  test('is only looked at by whoever may not act', async () => {
    await show('a1', 'viewer');
    await expect.element(text('Your role may look at alarms, not act on them.')).toBeVisible();
    await userEvent.keyboard('a');
    await expect.element(text('What was it?')).not.toBeInTheDocument();
  });

  test('has its picture first and its buttons under the thumb on a phone', async () => {
    await page.viewport(390, 844);
    await show();
    const button = page.getByRole('button', { name: 'Acknowledge' });
    await expect.element(button).toBeVisible();
    const { bottom, height } = button.element().getBoundingClientRect();
    expect(height).toBeGreaterThanOrEqual(44);
    expect(bottom).toBeGreaterThan(700);
    expect(bottom).toBeLessThanOrEqual(844);
    const place = (words: string) => text(words).element().getBoundingClientRect().top;
    expect(place('Gate now')).toBeLessThan(place('Lobby now'));
  });
});

test('an alarm that is not there, or not for this person, is explained', async () => {
  known = [];
  await show('gone');
  await expect.element(text('There is no such alarm')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Back' }));
  expect(roads.back).toHaveBeenCalledOnce();
});
