import type { PlacedEvent } from '../../api/events.ts';
import type { CameraSpans } from '../../api/recordings.ts';
import { routes } from '../../api/routes.ts';
import type { FakeFootage } from '../../playback/recorded/fake-footage.ts';
import { testCamera } from '../../playback/test-cameras.ts';

type Found = CameraSpans['found'];

/** A proxy for tests with two cameras of two devices, and what they recorded. */
export interface FakeRecordings {
  readonly fetch: typeof fetch;
  /** The queries for spans, in their order. */
  readonly asked: URLSearchParams[];
  /** By camera; of one that is not here nothing was recorded. */
  readonly found: Map<string, Found>;
  /** How often bookmarks were asked for. */
  bookmarksAsked: number;
  /** What the journal has after any instant; before it has nothing. */
  laterEvent: PlacedEvent | null;
}

const zone = 'America/New_York';
const cameras = [
  testCamera([], { id: 'c1', name: 'Gate', number: 1, zone }),
  testCamera([], { id: 'c2', name: 'Yard', number: 2, zone, deviceId: 'dev-2' }),
];

export function fakeRecordings(footage: FakeFootage): FakeRecordings {
  const asked: URLSearchParams[] = [];
  const found = new Map<string, Found>();
  const spansOf = (cameraId: string, toMs: number): CameraSpans => ({
    cameraId,
    zone,
    clockOffsetMs: 0,
    found: found.get(cameraId) ?? {
      state: 'listed',
      precision: 'exact',
      spans: [],
      knownToMs: toMs,
    },
  });
  const proxy: FakeRecordings = {
    asked,
    found,
    bookmarksAsked: 0,
    laterEvent: null,
    fetch: async (input, init) => {
      const { pathname, searchParams } = new URL(String(input), 'http://127.0.0.1');
      if (pathname === routes.cameras) return Response.json({ cameras });
      if (pathname === routes.bookmarks) {
        proxy.bookmarksAsked += 1;
        return Response.json({ bookmarks: [], more: false });
      }
      if (pathname === routes.exports) return Response.json({ exports: [], freeBytes: null });
      if (pathname === routes.events) return Response.json({ events: [], gaps: [], more: false });
      if (pathname === routes.eventDays) {
        return Response.json({ days: [{ day: '2026-11-18', count: 3 }] });
      }
      if (pathname === routes.eventBeside) {
        const isAfter = searchParams.get('side') === 'after';
        return Response.json({ event: isAfter ? proxy.laterEvent : null });
      }
      const ids = searchParams.getAll('camera');
      if (pathname === routes.recordedDays) {
        const days = { state: 'listed', days: ['2026-11-20'] };
        return Response.json({ devices: [{ cameraIds: ids, zone, found: days }] });
      }
      if (pathname !== routes.recordedSpans) return footage.fetch(input, init);
      asked.push(searchParams);
      const toMs = Number(searchParams.get('to'));
      return Response.json({ cameras: ids.map((id) => spansOf(id, toMs)) });
    },
  };
  return proxy;
}
