import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AuditPage } from '../../api/audit.ts';
import { routes } from '../../api/routes.ts';
import { type HandoverNote, mostReportMs, type ShiftReport } from '../../api/shift-report.ts';
import type { ReportedAlarm } from '../alarms/shift-report.ts';
import { ObedientDevice } from '../test-site/obedient-device.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const hour = 60 * 60_000;
const proxy = new TestProxy();
const device = new ObedientDevice();
const [camera, neighbour] = device.cameraIds;
let startMs: number;
let supervisor: string;
/** Of the first camera alone. */
let half: string;
let operator: string;

beforeAll(async () => {
  await proxy.start();
  await device.register(proxy.parts);
  const { groups } = proxy.parts.access;
  const { id } = await groups.add({ name: 'One', cameraIds: [camera] });
  supervisor = await proxy.signInAs('supervisor');
  half = await proxy.signInAs('supervisor', [id]);
  operator = await proxy.signInAs('operator', [id]);
  startMs = Date.now() - hour;
  const deviceId = proxy.parts.registry.devices[0]?.id ?? '';
  const alarms = [camera, neighbour, null].map((cameraId, index) => ({
    ...{
      id: `a${index}`,
      ruleId: 'call',
      ruleName: '',
      topic: 'call',
      priority: 1,
      cameraId,
      deviceId,
    },
    ...{ cameraName: cameraId === null ? '' : `Camera ${index + 1}`, deviceName: 'Obedient' },
    ...{ active: true, returnedAtMs: null, acknowledged: null, closed: null },
    ...{ raisedAtMs: startMs + 1000, wantedSinceMs: startMs + 1000 },
  }));
  vi.spyOn(proxy.parts.reports, 'alarms').mockResolvedValue(alarms as readonly ReportedAlarm[]);
});
afterAll(() => proxy.end());

const address = (path: string, from: number, to: number) => `${path}?from=${from}&to=${to}`;
const read = (from: number, to: number, token = supervisor) =>
  proxy.ask('GET', address(routes.shiftReport, from, to), undefined, token);
const write = (text: unknown, token = operator) =>
  proxy.ask('POST', routes.handoverNotes, { text }, token);
async function recorded(operation: string) {
  await proxy.parts.audit.flush();
  const { json } = await proxy.ask('GET', `/api/audit?operation=${operation}`);
  return (json() as AuditPage).entries;
}

describe('a report', () => {
  it('counts only what its reader sees', async () => {
    const all = (await read(startMs, startMs + hour)).json() as ShiftReport;
    expect([all.alarms, all.sources.map(({ name }) => name).sort()]).toEqual([
      3,
      ['Camera 1', 'Camera 2', 'Obedient'],
    ]);
    const reply = await read(startMs, startMs + hour, half);
    expect(reply.json()).toMatchObject({ alarms: 1, sources: [{ name: 'Camera 1' }] });
    expect(reply.text).not.toContain('Camera 2');
    expect((await read(startMs, startMs + hour, operator)).status).toBe(403);
  });

  it('ends now at the latest', async () => {
    const report = (await read(startMs, startMs + 24 * hour)).json() as ShiftReport;
    expect(report.toMs).toBeLessThanOrEqual(Date.now());
    expect(report.toMs).toBeGreaterThan(startMs);
  });

  it.each([
    ['from', () => [Date.now() + hour, Date.now() + 2 * hour]],
    ['to', () => [startMs, startMs]],
    ['to', () => [startMs - mostReportMs, startMs + 1]],
    ['from', () => [Number.NaN, startMs]],
  ] as [string, () => [number, number]][])(
    'is refused for a time that is none: %s',
    async (field, range) => {
      const reply = await read(...range());
      expect([reply.status, reply.json()]).toMatchObject([400, { detail: field }]);
    },
  );

  it('is saved as CSV, which is recorded', async () => {
    const csv = address(routes.shiftReportCsv, startMs, startMs + hour);
    const reply = await proxy.ask('GET', csv, undefined, half);
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(reply.headers.get('content-disposition')).toMatch(
      /filename="watchfloor-shift-\d+T\d+Z.csv"/,
    );
    expect(reply.text).toContain('source,Camera 1');
    expect(reply.text).not.toContain('Camera 2');
    expect(await recorded('export.shift-report')).toMatchObject([
      { actor: { role: 'supervisor' }, outcome: 'done' },
    ]);
    expect((await proxy.ask('GET', csv, undefined, operator)).status).toBe(403);
  });
});

describe('a note for the next shift', () => {
  it('is kept as it was written, shown to the next shift and in the report, and recorded', async () => {
    const text = 'Gate 2 sticks.\nCall the <b>locksmith</b>.';
    const reply = await write(`  ${text}\n`);
    expect(reply.status).toBe(201);
    expect(reply.json()).toMatchObject({ text, by: { name: expect.stringMatching(/^operator/) } });
    await write('Second');
    const newest = (await proxy.ask('GET', routes.handoverNotes, undefined, operator)).json();
    expect((newest as { notes: HandoverNote[] }).notes.map((note) => note.text)).toEqual([
      'Second',
      text,
    ]);
    const { notes } = (await read(startMs, Date.now() + hour)).json() as ShiftReport;
    expect(notes.map((note) => note.text)).toEqual([text, 'Second']);
    const { notes: before } = (await read(startMs - hour, startMs)).json() as ShiftReport;
    expect(before).toEqual([]);
    expect(await recorded('handover.note')).toMatchObject([
      { parameters: { text: 'Second' } },
      { actor: { role: 'operator' }, outcome: 'done' },
    ]);
  });

  it.each([
    ['empty', ' \n '],
    ['too long', 'x'.repeat(4001)],
    ['nothing that shows', '\u200b\u202e'],
  ])('is refused: %s', async (_, text) => {
    const reply = await write(text);
    expect([reply.status, reply.json()]).toMatchObject([400, { detail: 'text' }]);
  });

  it('turns and hides nothing of what stands beside it', async () => {
    const reply = await write('Gate \u202e2\n  rtsp://root:hunter2@gate/ \u0007');
    expect((reply.json() as HandoverNote).text).toMatch(/^Gate {2}2\n {2}rtsp:/);
    expect(reply.text).not.toMatch(/hunter2/);
  });

  it('is for those who handle alarms', async () => {
    const viewer = await proxy.signInAs('viewer');
    expect((await write('No', viewer)).status).toBe(403);
    expect((await proxy.ask('GET', routes.handoverNotes, undefined, viewer)).status).toBe(403);
  });

  it('goes when it is as old as the record', async () => {
    const { store } = proxy.parts;
    const by = { id: 'p', name: 'Old' };
    await store.handover.add({ atMs: Date.now() - 4000 * 24 * hour, by, text: 'old' });
    expect((await write('New')).status).toBe(201);
    expect(await store.handover.read(0, startMs - 24 * hour)).toEqual([]);
  });

  it('is written at most ten times a minute', async () => {
    const { store } = proxy.parts;
    const by = { id: 'p', name: 'Program' };
    for (let count = 0; count < 10; count += 1)
      await store.handover.add({ atMs: Date.now(), by, text: 'x' });
    const reply = await write('One more');
    expect([reply.status, reply.json()]).toMatchObject([
      429,
      { reason: 'too-many-requests', retryAfterMs: expect.any(Number) },
    ]);
  });
});
