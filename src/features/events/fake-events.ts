import type { EventsReport } from '../../api/alarms.ts';
import type { EventFactView, EventGap, EventView } from '../../api/events.ts';
import { routes } from '../../api/routes.ts';
import { FakeSocket } from '../../device-access/fake-socket.ts';

export const noonMs = Date.UTC(2026, 10, 25, 12);

/** A proxy for tests of the events, with a journal, a socket, two devices and three cameras. */
export interface FakeEvents {
  readonly fetch: typeof fetch;
  /** The queries of `GET /api/events`, in their order. */
  readonly asked: URLSearchParams[];
  /** Newest first. */
  journal: EventView[];
  gaps: EventGap[];
  fails: boolean;
}

export function fakeEvents(): FakeEvents {
  const asked: URLSearchParams[] = [];
  const proxy: FakeEvents = {
    asked,
    journal: [],
    gaps: [],
    fails: false,
    fetch: async (input) => {
      const { pathname, searchParams } = new URL(String(input), 'http://127.0.0.1');
      if (pathname === routes.site) return Response.json(site);
      if (pathname === routes.cameras) return Response.json({ cameras });
      asked.push(searchParams);
      if (proxy.fails) {
        return Response.json({ kind: 'internal', reason: 'internal' }, { status: 500 });
      }
      if (pathname === routes.events) return Response.json(pageOf(proxy, searchParams));
      const event = proxy.journal.find(({ id }) => routes.event(id) === pathname);
      return event === undefined
        ? Response.json({ kind: 'not-found', reason: 'not-found' }, { status: 404 })
        : Response.json(event);
    },
  };
  return proxy;
}

export function eventOf(number: number, fact: EventFactView, of: Partial<EventView> = {}) {
  const atMs = noonMs + number * 1000;
  return {
    id: `e${number}`,
    number,
    deviceId: 'd1',
    deviceName: 'Harbour recorder',
    cameraId: 'c1',
    cameraName: 'Gate',
    atMs,
    receivedAtMs: atMs,
    count: 1,
    hasImage: false,
    fact,
    ...of,
  } satisfies EventView;
}

export function greet(latest: number): void {
  FakeSocket.newest().open();
  say({
    type: 'hello',
    latest,
    nowMs: noonMs,
    listening: [
      { deviceId: 'd1', state: 'listening', sinceMs: noonMs },
      { deviceId: 'd2', state: 'lost', sinceMs: noonMs },
    ],
    alarms: [],
    flood: { active: false, sinceMs: null },
  });
}

export function tell(events: EventView[], gaps: EventGap[] = []): void {
  const numbers = [...events, ...gaps].map(({ number }) => number);
  say({ type: 'events', events, gaps, through: Math.max(...numbers) });
}

const say = (report: EventsReport) => FakeSocket.newest().say(report);

function pageOf({ journal, gaps }: FakeEvents, query: URLSearchParams) {
  const before = Number(query.get('before') ?? Number.MAX_SAFE_INTEGER);
  const topics = query.get('topics')?.split(',');
  const fitting = journal.filter(
    ({ number, fact }) => number < before && (topics === undefined || topics.includes(fact.topic)),
  );
  return { events: fitting.slice(0, 100), gaps, more: fitting.length > 100 };
}

const site = {
  name: 'Harbour',
  demo: false,
  version: '0',
  nowMs: noonMs,
  zone: 'Europe/Berlin',
  protocols: [],
};
const camera = (id: string, name: string, deviceId: string, deviceName: string, zone?: string) => ({
  id,
  name,
  deviceId,
  deviceName,
  zone,
});
const cameras = [
  camera('c1', 'Gate', 'd1', 'Harbour recorder'),
  camera('c2', 'Yard', 'd1', 'Harbour recorder'),
  camera('c3', 'Quay', 'd2', 'Quay recorder', 'Asia/Seoul'),
];
