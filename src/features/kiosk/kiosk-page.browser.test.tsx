import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CameraView } from '../../api/camera.ts';
import { routes } from '../../api/routes.ts';
import type { SessionView } from '../../api/session.ts';
import { sessionQuery } from '../../device-access/account.ts';
import { forgetAlarms, takeInAlarms } from '../../device-access/alarm-state.ts';
import { connectionState } from '../../device-access/connection-state.ts';
import { alarmOf } from '../../device-access/fake-alarms.ts';
import { queryKeys } from '../../device-access/queries.ts';
import type { View } from '../../domain/view.ts';
import { testCamera } from '../../playback/test-cameras.ts';
import { KioskPage } from './kiosk-page.tsx';
import { screenPast } from './screen-past.ts';
import './browser-test.css';

let faulty = false;
let away = false;
// Pictures have tests of their own; here a tile is its name.
vi.mock('../../playback/camera-tile.tsx', () => ({
  CameraTile: ({ camera }: { camera: CameraView }) => {
    if (faulty) throw new TypeError('a tile fell over');
    return <div>{camera.name}</div>;
  },
}));
vi.mock('../../playback/picture-surface.tsx', () => ({
  PictureSurface: ({ children }: { children: ReactNode }) => <div>{children}</div>,
}));
// What alarms there are stands in their store.
vi.mock('../../device-access/event-feed.ts', () => ({ openEventFeed: () => () => undefined }));

const signedOut: SessionView = { state: 'signed-out', demo: false };
const screenOf = (viewId: string): Extract<SessionView, { state: 'kiosk' }> => ({
  state: 'kiosk',
  kiosk: { id: 'k1', name: 'Lobby screen' },
  viewId,
  may: ['view'],
});
const cell = (cameraId: string) => ({ cameraId, fit: 'contain', quality: 'auto' }) as const;
const view = (id: string, ...cells: View['cells']): View => ({
  id,
  name: id,
  layout: '4',
  cells,
  alarmPolicy: 'border',
});

let session: SessionView;
let client: QueryClient;
/** What the proxy says to each request for a code, and to each claim, the last for ever. */
let codes: (() => Response)[];
let claims: (() => Response)[];
let asked: string[];

const pairing = (code: string) => () =>
  Response.json({ code, secret: `secret of ${code}`, expiresAtMs: 0 }, { status: 201 });
const claimed = (state: string) => () => Response.json({ state });
const unreachable = () => {
  throw new TypeError('Failed to fetch');
};

beforeEach(() => {
  faulty = false;
  away = false;
  asked = [];
  codes = [pairing('7KQ2-MXP4')];
  claims = [claimed('waiting')];
  session = signedOut;
  screenPast.setState({ name: null });
  forgetAlarms();
  connectionState.setState({ state: 'connected', sinceMs: 0, clockSkewMs: 0 });
  const next = (list: (() => Response)[]) => (list.length > 1 ? list.shift() : list[0])?.();
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (away) unreachable();
    asked.push(`${init?.method ?? 'GET'} ${path} ${init?.body ?? ''}`.trim());
    if (path === routes.pairings) return next(codes);
    if (path === routes.pairingClaim) return next(claims);
    if (path === routes.session && init?.method === 'DELETE') session = signedOut;
    return Response.json(session);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function Gate() {
  const { data } = useQuery(sessionQuery());
  return data === undefined ? null : <KioskPage session={data} />;
}

async function show(first: SessionView, ...views: View[]): Promise<void> {
  session = first;
  client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  client.setQueryData(queryKeys.views, views);
  client.setQueryData(queryKeys.cameras, [
    testCamera([], { id: 'gate', name: 'Gate' }),
    testCamera([], { id: 'lobby', name: 'Lobby' }),
  ]);
  client.setQueryData(queryKeys.site, { name: 'Site', zone: 'Asia/Tokyo' });
  await render(
    <QueryClientProvider client={client}>
      <Gate />
    </QueryClientProvider>,
  );
}

const day = view('day', cell('gate'), cell('secret'), cell('lobby'));
const text = (words: string | RegExp, exact = false) => page.getByText(words, { exact });

describe('a screen that is not paired', () => {
  test('shows its code and what to do, and no form', async () => {
    await show(signedOut);
    await expect.element(text('7KQ2-MXP4')).toBeVisible();
    await expect.element(text(/An administrator opens People, then Screens/)).toBeVisible();
    await expect.element(text(/A new code comes by itself in \d+:\d\d\./)).toBeVisible();
    await expect.element(text('The code is 7 K Q 2 - M X P 4')).toBeInTheDocument();
    expect(document.querySelectorAll('input, form')).toHaveLength(0);
    const code = text('7KQ2-MXP4').element().getBoundingClientRect();
    expect(code.width).toBeGreaterThan(window.innerWidth * 0.6);
    expect(code.right).toBeLessThanOrEqual(window.innerWidth);
  });

  test('becomes a wall once the code was approved', async () => {
    claims = [claimed('waiting'), claimed('paired')];
    await show(signedOut, day);
    await expect.element(text('7KQ2-MXP4')).toBeVisible();
    session = screenOf('day');
    await expect.element(text('Gate')).toBeVisible();
    expect(asked.filter((one) => one.includes('claim'))).toHaveLength(2);
    expect(asked).toContain(`POST ${routes.pairingClaim} {"secret":"secret of 7KQ2-MXP4"}`);
    expect(window.location.href).not.toContain('secret');
  });

  test('takes a new code when the old one counts no longer', async () => {
    codes = [pairing('7KQ2-MXP4'), pairing('ABCD-2345')];
    claims = [claimed('expired'), claimed('waiting')];
    await show(signedOut);
    await expect.element(text('7KQ2-MXP4')).toBeVisible();
    await expect.element(text('ABCD-2345')).toBeVisible();
  });

  test('says that the server does not answer, and goes on by itself', async () => {
    codes = [unreachable, pairing('7KQ2-MXP4')];
    claims = [unreachable, claimed('waiting')];
    await show(signedOut);
    const lost = text(/The Watchfloor server cannot be reached\. This screen keeps trying/);
    await expect.element(lost).toBeVisible();
    await expect.element(text('7KQ2-MXP4')).toBeVisible();
    // The code stays where only a claim was lost.
    await expect.element(lost).toBeVisible();
    await expect.element(text('7KQ2-MXP4')).toBeVisible();
    await expect.element(text(/A new code comes by itself/)).toBeVisible();
  });

  test('says how long it waits where too many ask', async () => {
    const held = { kind: 'too-many-attempts', reason: 'too-many-attempts', retryAfterMs: 2500 };
    codes = [() => Response.json(held, { status: 429 }), pairing('7KQ2-MXP4')];
    await show(signedOut);
    await expect.element(text(/tries again by itself in 0:0\d/)).toBeVisible();
    await expect.element(text('7KQ2-MXP4')).toBeVisible();
  });

  test('waits for the set-up of the product', async () => {
    await show({ state: 'setup-needed' });
    await expect.element(text('Watchfloor has not been set up yet')).toBeVisible();
    expect(asked.filter((one) => one.includes('pairings'))).toEqual([]);
  });

  test('asks before it ends the session of a person', async () => {
    await show({
      state: 'signed-in',
      person: { id: 'p', name: 'Kim', role: 'administrator' },
      may: [],
      allCameras: true,
      locksAfterMs: 1,
      locked: false,
      hasPassword: true,
    });
    await expect.element(text('Kim is signed in in this browser')).toBeVisible();
    expect(asked.filter((one) => one.includes('pairings'))).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Sign out and pair this screen' }));
    await expect.element(text('7KQ2-MXP4')).toBeVisible();
  });
});

describe('a paired screen', () => {
  test('shows its view, a clock with its zone, and nothing to press', async () => {
    await show(screenOf('day'), view('other', cell('lobby')), day);
    await expect.element(text('Gate')).toBeVisible();
    await expect.element(text('Lobby', true)).toBeVisible();
    await expect.element(text('This camera is not for this screen.')).toBeVisible();
    await expect.element(text('Asia/Tokyo')).toBeVisible();
    await expect.element(text(/^\d\d:\d\d:\d\d$/)).toBeVisible();
    expect(document.querySelectorAll('button, a, input, select, [tabindex]')).toHaveLength(0);
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(document.body);
    await expect.element(text('Gate')).toBeVisible();
  });

  test('says so where its view or its cameras are gone', async () => {
    await show(screenOf('gone'), day);
    await expect.element(text('This screen has nothing to show')).toBeVisible();
  });

  test('takes another view as soon as it is given one', async () => {
    await show(screenOf('day'), day, view('night', cell('lobby')));
    await expect.element(text('Gate')).toBeVisible();
    session = screenOf('night');
    await client.invalidateQueries({ queryKey: queryKeys.kiosks });
    await expect.element(text('Gate')).not.toBeInTheDocument();
    await expect.element(text('Lobby', true)).toBeVisible();
  });

  test('says that it was removed and by which name, and shows a code', async () => {
    await show(screenOf('day'), day);
    await expect.element(text('Gate')).toBeVisible();
    session = signedOut;
    connectionState.setState({ state: 'lost', sinceMs: Date.now() });
    await expect.element(text(/This screen was “Lobby screen”/)).toBeVisible();
    await expect.element(text('7KQ2-MXP4')).toBeVisible();
    await expect.element(text('Gate')).not.toBeInTheDocument();
  });

  test('learns that it was removed while the server was gone', async () => {
    await show(screenOf('day'), day);
    await expect.element(text('Gate')).toBeVisible();
    away = true;
    connectionState.setState({ state: 'lost', sinceMs: Date.now() });
    await expect.element(text(/OFFLINE since/)).toBeVisible();
    session = signedOut;
    away = false;
    await expect.element(text(/This screen was “Lobby screen”/)).toBeVisible();
  });

  test('says since when the server is gone, over the last pictures, and no longer than that', async () => {
    await show(screenOf('day'), day);
    const sinceMs = Date.UTC(2026, 10, 20, 13, 14, 5);
    connectionState.setState({ state: 'lost', sinceMs });
    await expect.element(text('OFFLINE since 22:14:05')).toBeVisible();
    await expect.element(text('Gate')).toBeVisible();
    connectionState.setState({ state: 'connected' });
    await expect.element(text(/OFFLINE/)).not.toBeInTheDocument();
  });

  test('hides a pointer that rests, and shows it when it moves', async () => {
    await show(screenOf('day'), day);
    await expect.element(text('Gate')).toBeVisible();
    const cursor = () => getComputedStyle(text('Gate').element()).cursor;
    await userEvent.hover(text('Gate'));
    expect(cursor()).not.toBe('none');
    await expect.poll(cursor).toBe('none');
    await userEvent.hover(text('Lobby', true));
    expect(cursor()).not.toBe('none');
  });

  test('keeps the display on, also after its page was hidden', async () => {
    const held: { released: boolean; release: () => Promise<void> }[] = [];
    const wakeLock = {
      request: async () => {
        const lock = { released: false, release: async () => undefined };
        held.push(lock);
        return lock;
      },
    };
    vi.stubGlobal('navigator', Object.create(navigator, { wakeLock: { value: wakeLock } }));
    await show(screenOf('day'), day);
    await expect.poll(() => held.length).toBe(1);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(held).toHaveLength(1);
    for (const lock of held) lock.released = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => held.length).toBe(2);
  });

  test('shows an alarm large for a while, with nothing to press, and takes its wall back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    await show(screenOf('day'), { ...day, alarmPolicy: 'spotlight' });
    const flood = { active: false, sinceMs: null };
    takeInAlarms({ alarms: [alarmOf('a', { cameraId: 'lobby' })], flood }, 'all');
    const large = () => document.querySelector('[data-spotlight-alarm]');
    await vi.waitFor(() => expect(large()?.textContent).toContain('Lobby'));
    expect(large()?.textContent).toContain('Critical');
    expect(document.querySelectorAll('button, a, input, select, [tabindex]')).toHaveLength(0);
    vi.advanceTimersByTime(29_000);
    expect(large()).not.toBeNull();
    vi.advanceTimersByTime(1000);
    await vi.waitFor(() => expect(large()).toBeNull());
    expect(document.querySelectorAll('[data-tile-alarm]')).toHaveLength(1);
  });

  test('begins anew by itself after a fault', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    faulty = true;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await show(screenOf('day'), day);
    await vi.waitFor(() => expect(document.body.textContent).toContain('begin again'));
    expect(document.body.textContent).toContain('Asia/Tokyo');
    faulty = false;
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(() => expect(document.body.textContent).toContain('Gate'));
  });
});
