import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ExportOrderRequest } from '../../api/exports.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { Operations } from '../../protocols/protocol.ts';
import type { PersonCaller } from '../access/caller.ts';
import type { FoundCamera } from '../registry/camera-directory.ts';
import { ExportDesk } from './export-desk.ts';
import type { ExportJob } from './export-job.ts';
import { SigningKey } from './signing-key.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-desk-'));
afterAll(() => rmSync(folder, { recursive: true }));

const by = {
  kind: 'person',
  sees: 'all',
  person: { id: 'p1', name: 'Ada', role: 'administrator' },
  session: { id: 's1' },
} as unknown as PersonCaller;

type ExportOrder = Parameters<NonNullable<Operations['openExport']>>[1];

/** What the device was told to write out, by the purpose of the export. */
let told: Map<string, ExportOrder>;
/** Lets the device refuse what it was told. */
let refuse: Map<string, () => void>;
/** Purposes of exports that the store does not write down for the first time before it is let. */
let slow: Set<string>;
let write: () => void;
let kept: ExportJob[];
let desk: ExportDesk;
beforeEach(() => {
  told = new Map();
  refuse = new Map();
  slow = new Set();
  kept = [];
});
afterEach(async () => {
  write();
  for (const end of refuse.values()) end();
  await desk.stop();
});

function openExport(_: unknown, order: ExportOrder): Promise<never> {
  told.set(order.purpose, order);
  return new Promise((_resolve, reject) => {
    refuse.set(order.purpose, () => reject(new DeviceError('rejected', 'export-ended')));
  });
}

const found = {
  camera: { row: { id: 'c1', name: 'Gate', channel: '1' } },
  device: {
    id: 'd1',
    row: { name: 'Recorder', protocolId: 'tsapi' },
    protocol: { operations: { openExport } },
    connection: {},
    status: {},
  },
} as unknown as FoundCamera;

async function open(jobs: readonly ExportJob[] = []): Promise<void> {
  const written = new Promise<void>((resolve) => {
    write = resolve;
  });
  desk = await ExportDesk.open({
    store: {
      read: async () => jobs.map((body) => ({ id: body.id, createdAtMs: 0, body })),
      save: async ({ body }) => {
        kept.push(structuredClone(body) as ExportJob);
        if (slow.delete((body as ExportJob).purpose)) await written;
      },
      remove: async () => undefined,
    },
    audit: { write: async (entry) => ({ ...entry, number: 1, atMs: 0 }) as never },
    directory: {
      camera: () => found,
      standing: () => ({ id: 'c1', name: 'Gate', isDraft: false }),
    },
    recordings: { spans: async () => [] },
    ...{ folder, key: new SigningKey(new Uint8Array(32)), version: '1', keepDays: 1 },
    ...{ siteZone: 'UTC', now: () => 1_000_000, freeBytes: async () => null },
    onFault: (fault) => expect.unreachable(String(fault)),
    onChange: () => undefined,
  });
}

const order = (purpose: string, more: Partial<ExportOrderRequest> = {}) =>
  desk.order(by, '', {
    ...{ name: '', cameraIds: ['c1'], fromMs: 1000, toMs: 2000, subtitles: 'none' },
    ...{ partBytes: null, password: null, submitter: '', recipient: '', purpose },
    ...more,
  });

/** Two run, and no third one begins before one of them has ended. */
async function fill(): Promise<void> {
  await order('first');
  await order('second');
  await vi.waitFor(() => expect([...told.keys()]).toEqual(['first', 'second']));
}

it('never begins an encrypted one without its password, also when another is just added', async () => {
  await open();
  slow.add('secret');
  const ordered = order('secret', { password: 'hush' });
  await vi.waitFor(() => expect(kept).toHaveLength(1));
  await order('other');
  await vi.waitFor(() => expect(told.has('secret')).toBe(true));
  expect(told.get('secret')?.password).toBe('hush');
  write();
  await ordered;
});

it('never goes on with an encrypted one without the password that was given once more', async () => {
  const job = jobOf('secret', 'interrupted');
  await open([{ ...job, encrypted: true }]);
  slow.add('secret');
  const retried = desk.retry(by, '', job.id, 'hush');
  await vi.waitFor(() => expect(kept.at(-1)?.state).toBe('waiting'));
  await order('other');
  await vi.waitFor(() => expect(told.has('secret')).toBe(true));
  expect(told.get('secret')?.password).toBe('hush');
  write();
  await retried;
});

it.each(['cancel', 'remove'] as const)(
  'does not begin what somebody is about to %s when a place becomes free',
  async (act) => {
    await open();
    await fill();
    const { id } = await order('third');
    const acted = desk[act](by, '', id);
    refuse.get('first')?.();
    await acted;
    await order('fourth');
    await vi.waitFor(() => expect(told.has('fourth')).toBe(true));
    expect(told.has('third')).toBe(false);
    expect(desk.list(by).find((one) => one.id === id)?.state).toBe(
      act === 'cancel' ? 'cancelled' : undefined,
    );
  },
);

it('takes up what was interrupted, however much of that there is', async () => {
  const jobs = Array.from({ length: 25 }, (_, at) => jobOf(`job-${at}`, 'interrupted'));
  await open(jobs);
  expect(await desk.retry(by, '', 'job-0')).toMatchObject({ id: 'job-0' });
  await order('new');
});

function jobOf(id: string, state: ExportJob['state']): ExportJob {
  return {
    ...{ id, state, name: '', by: { id: 'p1', name: 'Ada' }, fromMs: 1000, toMs: 2000 },
    ...{ createdAtMs: 0, endedAtMs: null, expiresAtMs: null, notBeforeMs: 0, encrypted: false },
    ...{ subtitles: 'none', partBytes: null, submitter: '', recipient: '', purpose: id },
    cameras: [
      {
        ...{ cameraId: 'c1', name: 'Gate', state: 'waiting', problem: null, gaps: [], files: [] },
        untoldFromMs: null,
        wholeToMs: null,
        begun: null,
        device: { name: '', protocol: '', firmware: null, zone: 'UTC', clockOffsetMs: null },
      },
    ],
  };
}
