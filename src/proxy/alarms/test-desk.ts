import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import type { AlarmActionRequest } from '../../api/alarms.ts';
import type { EventFact, ReportedEvent } from '../../domain/device-event.ts';
import type { NewAuditEntry } from '../access/audit.ts';
import type { CallerRights } from '../access/caller.ts';
import { InProcessEventBus } from '../cluster/event-bus.ts';
import { EventJournal } from '../events/event-journal.ts';
import { normalise } from '../events/normalise.ts';
import { recorder, startMs } from '../events/test-journal.ts';
import type { DeviceListener } from '../registry/device-registry.ts';
import type { KeptAlarm } from '../store/alarm-store.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { type AlarmComposition, type AlarmParts, composeAlarms } from './compose-alarms.ts';

export const guard = { id: 'g', name: 'Guard' };
const signature = { actor: { kind: 'person', ...guard } } as const;

type Device = ReturnType<typeof recorder>;

/** Lets go of the clock, but not of what the disk needs to answer. */
export function stopClock(): void {
  vi.useFakeTimers({
    now: startMs,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
}

/** The desk on a disk of its own, with a recorder of two cameras; `d1-c1` and `d1-c2`. */
export class TestDesk {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-alarms-'));
  readonly bus = new InProcessEventBus();
  readonly sent: string[] = [];
  readonly recorded: NewAuditEntry[] = [];
  readonly faults: object[] = [];
  readonly told: string[] = [];
  devices: Device[] = [recorder()];
  parts!: AlarmParts;
  store!: Store;
  journal!: EventJournal;
  #listener: DeviceListener = () => undefined;
  #request = 0;

  async open(more: Partial<AlarmComposition> = {}): Promise<this> {
    const now = () => Date.now();
    const log = { error: (fault: object) => this.faults.push(fault), warn: () => undefined };
    this.store = await openStore(this.folder, now());
    this.journal = await EventJournal.open({ store: this.store.events, now, log });
    const registry = {
      device: (id: string) => this.devices.find((device) => device.id === id),
      listen: (listener: DeviceListener) => {
        this.#listener = listener;
        return () => undefined;
      },
    };
    Object.defineProperty(registry, 'devices', { get: () => this.devices });
    this.parts = await composeAlarms({
      registry: registry as unknown as AlarmComposition['registry'],
      store: this.store,
      bus: this.bus,
      events: { journal: this.journal, onStored: (listener) => this.journal.onStored(listener) },
      access: {} as AlarmComposition['access'],
      audit: {
        write: (entry) => {
          this.recorded.push(entry);
          return Promise.resolve({ ...entry, number: this.recorded.length, atMs: now() });
        },
      },
      send: async ({ kind }, { ruleId, alarmId }) => {
        this.sent.push([kind, ruleId, alarmId].join(' '));
      },
      zone: 'UTC',
      keepDays: 90,
      now,
      log,
      ...more,
    });
    this.parts.feed.onChanged((ids) => this.told.push(...ids));
    return this;
  }

  /** As after a restart; with `killed` without a word of goodbye. */
  async restart(how: 'stopped' | 'killed' = 'stopped'): Promise<void> {
    if (how === 'stopped') await this.parts.stop();
    else await this.parts.flush();
    await this.journal.close();
    await this.store.close();
    await this.open();
  }

  async end(): Promise<void> {
    await this.parts.stop();
    await this.journal.close();
    await this.store.close();
    vi.useRealTimers();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Something happens at a camera of the recorder, or, without a channel, at the recorder. */
  async say(
    fact: EventFact,
    { channel = '1', ...more }: Partial<ReportedEvent> & { late?: boolean; device?: Device } = {},
  ): Promise<void> {
    const { late: isLate = false, device = this.devices[0] ?? recorder(), ...reported } = more;
    const where = channel === '' ? {} : { channel };
    const event = normalise(
      { ...where, fact, ...reported },
      { device, receivedAtMs: Date.now(), isLate },
    );
    if (event === null) throw new TypeError('no event');
    this.journal.add([{ event, mayRepeat: false }]);
    await this.journal.flush();
    await this.parts.flush();
  }

  /** How the device is found, and then its cameras. */
  find(state: 'online' | 'offline', device = this.devices[0]): void {
    Object.assign(device ?? {}, { status: { state, stateSinceMs: Date.now() } });
    this.bus.publish('devices');
  }

  deviceChanged(deviceId = 'd1'): void {
    void this.#listener(deviceId, 'streams');
  }

  get alarms(): readonly KeptAlarm[] {
    return this.parts.alarms.all;
  }

  /** The one that is open. */
  get alarm(): KeptAlarm {
    const [alarm, ...others] = this.alarms;
    if (!alarm || others.length > 0) throw new TypeError(`${this.alarms.length} alarms`);
    return alarm;
  }

  act(
    action: AlarmActionRequest['action'],
    more: { id?: string; by?: typeof guard; atMs?: number; requestId?: string } = {},
  ): Promise<KeptAlarm> {
    this.#request += 1;
    const { id = this.alarm.id, by = guard, atMs = Date.now() } = more;
    const { requestId = `request ${this.#request}` } = more;
    return this.parts.actions.act(
      id,
      { requestId, atMs, action },
      {
        by,
        signature,
        may: () => true,
        recipient: (personId) => (personId === 'o' ? { id: 'o', name: 'Other' } : null),
      },
    );
  }

  async stepsOf(alarmId: string): Promise<readonly string[]> {
    await this.parts.flush();
    const steps = await this.store.alarms.readSteps(alarmId);
    return steps.map(({ kind, by }) => (by ? `${kind} by ${by.name}` : kind));
  }

  viewsFor(caller: CallerRights): readonly string[] {
    const { alarms } = this.parts.feed.read(caller as never, 'open');
    return alarms.map(({ ruleId }) => ruleId);
  }
}

export const call = (active = true, caller = '7'): EventFact => ({
  topic: 'call',
  ...{ active, caller, place: 'Gate', deviceName: '', linked: [] },
});
export const channel = (state: 'connected' | 'no-response' | 'unused'): EventFact => ({
  topic: 'channel',
  change: 'state',
  state,
});
export const plate = (text: string): EventFact => ({
  topic: 'plate',
  ...{ plate: text, zoneCode: '', zoneName: '', linked: [], parkingLots: {} },
});
