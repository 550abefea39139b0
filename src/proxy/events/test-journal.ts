import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EventFact, ReportedEvent } from '../../domain/device-event.ts';
import type { EventStore } from '../store/event-store.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { twoCameras } from '../test-site/telling-protocol.ts';
import { EventJournal } from './event-journal.ts';
import type { StoredEvent } from './feed.ts';
import { type NewEvent, normalise, type Reception } from './normalise.ts';

export const startMs = Date.UTC(2026, 10, 25, 22);

/** A recorder of a test with two cameras, whose clock is an hour ahead where it is known. */
export function recorder(more: { id?: string; clockSkewMs?: number } = {}): Reception['device'] {
  const { id = 'd1', clockSkewMs } = more;
  return {
    id,
    row: { id, name: `Recorder ${id}` },
    cameras: twoCameras(id),
    status: { state: 'online', stateSinceMs: 0, clockSkewMs },
  } as unknown as Reception['device'];
}

export const motion: EventFact = { topic: 'motion', active: true, boxes: [] };

/** An event as it comes out of a device, on its way into the journal. */
export function eventOf(
  reported: Partial<ReportedEvent> = {},
  reception: Partial<Reception> = {},
): NewEvent {
  const event = normalise(
    { channel: '1', fact: motion, ...reported },
    { device: recorder(), receivedAtMs: startMs, isLate: false, ...reception },
  );
  if (event === null) throw new TypeError('no event');
  return event;
}

/** A journal on a disk of its own. */
export class TestJournal {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-events-'));
  readonly faults: object[] = [];
  readonly stored: StoredEvent[] = [];
  nowMs = startMs;
  #store: Store | undefined;
  #journal: EventJournal | undefined;

  get store(): EventStore {
    if (!this.#store) throw new TypeError('the journal is not open');
    return this.#store.events;
  }

  async open(more: { mostUnkept?: number } = {}): Promise<EventJournal> {
    this.#store = await openStore(this.folder, this.nowMs);
    const log = { error: this.#note, warn: this.#note };
    const journal = await EventJournal.open({
      ...more,
      store: this.#store.events,
      now: () => this.nowMs,
      log,
    });
    journal.onStored((events) => this.stored.push(...events));
    this.#journal = journal;
    return journal;
  }

  async close(): Promise<void> {
    await this.#journal?.close();
    await this.#store?.close();
    this.#journal = undefined;
    this.#store = undefined;
  }

  async end(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  readonly #note = (fault: object) => void this.faults.push(fault);
}
