import type { ExportOrderRequest, ExportView } from '../../api/exports.ts';
import type { Problem } from '../../api/problem.ts';
import type { CameraSpans } from '../../api/recordings.ts';
import { routes } from '../../api/routes.ts';
import { noOffers } from '../../domain/camera.ts';
import { testCamera } from '../../playback/test-cameras.ts';

/** A proxy for tests with cameras of a recorder, of a server of files and of one that keeps nothing. */
export interface FakeExports {
  readonly fetch: typeof fetch;
  exports: ExportView[];
  freeBytes: number | null;
  /** Answers the next order, cancellation or try; null takes it. */
  refusal: { readonly status: number; readonly problem: Problem } | null;
  readonly found: Map<string, CameraSpans['found']>;
  readonly ordered: ExportOrderRequest[];
  /** What was done to exports, as `POST /api/exports/e1/cancel {}`. */
  readonly done: string[];
}

const zone = 'America/New_York';
const cameras = [
  testCamera([], {
    ...{ id: 'c1', name: 'Gate', number: 1, zone, deviceName: 'Recorder' },
    offers: { ...noOffers, exports: true, exportsEncrypted: true },
  }),
  testCamera([], {
    ...{ id: 'c2', name: 'Yard', number: 2, zone, deviceId: 'd2', deviceName: 'Video server' },
    offers: { ...noOffers, exports: true },
  }),
  testCamera([], { id: 'c3', name: 'Roof', number: 3, deviceId: 'd3', deviceName: 'Roof camera' }),
];

export function fakeExport(over: Partial<ExportView> = {}): ExportView {
  const noonMs = Date.UTC(2026, 10, 20, 17);
  return {
    ...{ id: 'e1', name: 'Ladder', by: { id: 'p1', name: 'Ada' }, createdAtMs: noonMs },
    ...{ endedAtMs: null, fromMs: noonMs - 60_000, toMs: noonMs, recipient: '', purpose: '' },
    ...{ state: 'running', progress: 0.4, bytes: 1_200_000, expiresAtMs: null },
    cameras: [fakeCamera()],
    ...over,
  };
}

export function fakeCamera(over: Partial<ExportView['cameras'][number]> = {}) {
  return {
    ...{ cameraId: 'c1', name: 'Gate', state: 'running' as const, files: 0, bytes: 1_200_000 },
    ...{ problem: null, gaps: [] },
    ...over,
  };
}

export function fakeExports(): FakeExports {
  const listed = (toMs: number): CameraSpans['found'] => ({
    ...{ state: 'listed', precision: 'exact', knownToMs: toMs },
    spans: [[0, toMs, 'continuous']],
  });
  const proxy: FakeExports = {
    ...{ exports: [], freeBytes: 81_600_000_000, refusal: null },
    ...{ found: new Map(), ordered: [], done: [] },
    fetch: async (input, init) => {
      const { pathname, searchParams } = new URL(String(input), 'http://127.0.0.1');
      if (pathname === routes.site) return Response.json({ name: 'Harbour', zone: 'UTC' });
      if (pathname === routes.cameras) return Response.json({ cameras });
      if (pathname === routes.recordedSpans) {
        const toMs = Number(searchParams.get('to'));
        const spans = searchParams.getAll('camera').map((cameraId) => ({
          ...{ cameraId, zone, clockOffsetMs: 0 },
          found: proxy.found.get(cameraId) ?? listed(toMs),
        }));
        return Response.json({ cameras: spans });
      }
      const { method = 'GET', body } = init ?? {};
      if (method === 'GET') {
        return Response.json({ exports: proxy.exports, freeBytes: proxy.freeBytes });
      }
      const { refusal } = proxy;
      proxy.refusal = null;
      if (refusal) return Response.json(refusal.problem, { status: refusal.status });
      if (pathname === routes.exports) {
        proxy.ordered.push(JSON.parse(String(body)) as ExportOrderRequest);
        const made = fakeExport({ state: 'waiting', progress: null });
        proxy.exports = [made];
        return Response.json(made, { status: 201 });
      }
      proxy.done.push([method, pathname, ...(body ? [String(body)] : [])].join(' '));
      if (method === 'DELETE') return new Response(null, { status: 204 });
      return Response.json(proxy.exports[0]);
    },
  };
  return proxy;
}
