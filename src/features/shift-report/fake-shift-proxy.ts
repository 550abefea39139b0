import { routes } from '../../api/routes.ts';
import type { HandoverNote, ShiftReport } from '../../api/shift-report.ts';

export const shiftEndMs = Date.UTC(2026, 10, 25, 13);
const hourMs = 60 * 60_000;

/** A proxy for tests of the report, at a site in Berlin. */
export interface FakeShiftProxy {
  readonly fetch: typeof fetch;
  /** The ranges that were asked for. */
  readonly asked: URLSearchParams[];
  readonly written: string[];
  report: ShiftReport;
  notes: HandoverNote[];
  fails: boolean;
}

export function fakeShiftProxy(): FakeShiftProxy {
  const asked: URLSearchParams[] = [];
  const written: string[] = [];
  const proxy: FakeShiftProxy = {
    ...{ asked, written, report: busyShift, notes: [], fails: false },
    fetch: async (input, init) => {
      const { pathname, searchParams } = new URL(String(input), 'http://127.0.0.1');
      if (pathname === routes.site) return Response.json(site);
      if (proxy.fails) {
        return Response.json({ kind: 'internal', reason: 'internal' }, { status: 500 });
      }
      if (pathname === routes.handoverNotes) {
        if (init?.method !== 'POST') return Response.json({ notes: proxy.notes });
        const { text } = JSON.parse(String(init.body)) as { text: string };
        written.push(text);
        const note = { atMs: shiftEndMs, by: { id: 'p1', name: 'Ada' }, text };
        proxy.report = { ...proxy.report, notes: [...proxy.report.notes, note] };
        proxy.notes = [note, ...proxy.notes];
        return Response.json(note, { status: 201 });
      }
      asked.push(searchParams);
      return Response.json(proxy.report);
    },
  };
  return proxy;
}

const site = {
  ...{ name: 'Harbour', demo: false, version: '0', nowMs: shiftEndMs, zone: 'Europe/Berlin' },
  protocols: [],
};

const source = (name: string, ruleId: string, ruleName: string, alarms: number) => ({
  ...{ cameraId: name, name, ruleId, ruleName, alarms },
});

export const quietShift: ShiftReport = {
  ...{ fromMs: shiftEndMs - 8 * hourMs, toMs: shiftEndMs, alarms: 0, floodMs: 0 },
  byPriority: ([1, 2, 3, 4] as const).map((priority) => ({ priority, alarms: 0 })),
  perTenMinutes: Array.from({ length: 48 }, (_, index) => ({
    ...{ fromMs: shiftEndMs - 8 * hourMs + index * 600_000, alarms: 0 },
  })),
  ...{ meanAcknowledgeMs: null, unacknowledged: 0, stale: 0, sources: [], notes: [] },
};

const heights = [0, 1, 0, 2, 0, 0, 1, 0, 3, 1, 0, 0, 14, 12, 4, 1, 0, 1, 0, 0, 2, 1, 0, 1];
const busyShift: ShiftReport = {
  ...quietShift,
  alarms: 47,
  byPriority: ([1, 5, 12, 29] as const).map((alarms, index) => ({
    ...{ alarms, priority: (index + 1) as 1 | 2 | 3 | 4 },
  })),
  perTenMinutes: quietShift.perTenMinutes.map((step, index) => ({
    ...step,
    alarms: heights[index] ?? (index % 11 === 0 ? 1 : 0),
  })),
  ...{ floodMs: 21 * 60_000, meanAcknowledgeMs: 74_000, unacknowledged: 2, stale: 1 },
  sources: [
    source('Perimeter north 3', 'r1', 'Somebody at the fence at night', 19),
    source('Main gate', 'call', '', 9),
    source('Quay 2', 'lost-view', '', 4),
  ],
  notes: [
    {
      ...{ atMs: shiftEndMs - hourMs, by: { id: 'p2', name: 'Grace' } },
      text: 'The barrier of gate 2 sticks.\nThe locksmith comes at 15:00; let him in.',
    },
  ],
};
