import type { EventGap } from '../../api/events.ts';
import type { Logger } from '../log.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import type { EventStore, JournalPage, KeptEvent, KeptFilter } from '../store/event-store.ts';
import { fitsFilter } from '../store/fits-filter.ts';
import type { StoredEvent, StoredEvents } from './feed.ts';
import { type JournalItem, JournalTail } from './journal-tail.ts';
import { type Arrival, keysOf, resolveGroup } from './resolve-group.ts';
import { UnkeptEvents } from './unkept-events.ts';

/** Short beside what an eye notices, and long enough that a burst costs few writes. */
const gatherMs = 20;
/** A write of so many takes about as long as one picture has. */
const mostInGroup = 400;
/** Some ten seconds of the worst burst; a device must not fill our memory. */
const mostWaiting = 50_000;
const firstRetryMs = 1000;
const longestRetryMs = 30_000;

export type NewGap = Omit<EventGap, 'number'>;
type Waiting = { readonly arrival: Arrival } | { readonly gap: NewGap };

export interface JournalDependencies {
  readonly store: EventStore;
  readonly now: () => number;
  readonly log: Pick<Logger, 'error' | 'warn'>;
  /** Events that wait in memory while the disk takes none; then the oldest are lost. */
  readonly mostUnkept?: number | undefined;
}

/** Takes events in: in groups, in order, under numbers that grow, and tells who listens. */
export class EventJournal implements StoredEvents {
  readonly #with: JournalDependencies;
  readonly #tail: JournalTail;
  readonly #unkept: UnkeptEvents;
  readonly #listeners = new Set<(events: readonly StoredEvent[]) => void>();
  readonly #growthListeners = new Set<() => void>();
  #waiting: Waiting[] = [];
  #number: number;
  #count: number;
  #latest: number;
  #unkeptSinceMs: number | null = null;
  #retryMs = 0;
  #timer: NodeJS.Timeout | undefined;
  #retry: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();

  private constructor(dependencies: JournalDependencies, latest: number, count: number) {
    this.#with = dependencies;
    this.#unkept = new UnkeptEvents(dependencies.mostUnkept);
    this.#number = latest;
    this.#latest = latest;
    this.#count = count;
    this.#tail = new JournalTail(latest);
  }

  static async open(dependencies: JournalDependencies): Promise<EventJournal> {
    const { store } = dependencies;
    return new EventJournal(dependencies, await store.readLatest(), await store.countEvents());
  }

  /** The newest number that listeners and windows may know. */
  get latest(): number {
    return this.#latest;
  }

  /** How many events there are on disk, about. */
  get count(): number {
    return this.#count;
  }

  /** Since when the disk takes nothing; null while all is kept. */
  get unkeptSinceMs(): number | null {
    return this.#unkeptSinceMs;
  }

  /** What waits in memory because the disk takes nothing. */
  get unkept(): readonly KeptEvent[] {
    return this.#unkept.events;
  }

  add(arrivals: readonly Arrival[]): void {
    for (const arrival of arrivals) {
      if (this.#waiting.length < mostWaiting) this.#waiting.push({ arrival });
      else this.#unkept.lose(arrival.event);
    }
    this.#schedule();
  }

  /** Notes a gap, or how one that is noted stands now. */
  setGap(gap: NewGap): void {
    this.#waiting.push({ gap });
    this.#schedule();
  }

  onStored(listener: (events: readonly StoredEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Called when there is a newer number, or when keeping fails or works again. */
  onGrowth(listener: () => void): () => void {
    this.#growthListeners.add(listener);
    return () => this.#growthListeners.delete(listener);
  }

  /** What changed after a number, oldest first; the windows that keep up are answered at once. */
  async readAfter(number: number, most: number): Promise<JournalPage> {
    return this.#tail.after(number, most) ?? this.#with.store.readAfter(number, most);
  }

  event(eventId: string): Promise<KeptEvent | null> {
    const unkept = this.#unkept.event(eventId);
    return unkept ? Promise.resolve(unkept) : this.#with.store.readEvent(eventId);
  }

  /** Newest first, in steps. */
  async *find(filter: KeptFilter, before: number): AsyncGenerator<readonly KeptEvent[]> {
    const unkept = this.#unkept.events.filter((event) => event.number < before);
    yield unkept.filter((event) => fitsFilter(event, filter)).sort((a, b) => b.number - a.number);
    const newer = new Set(unkept.map(({ id }) => id));
    for await (const events of this.#with.store.find(filter, before)) {
      yield events.filter(({ id }) => !newer.has(id));
    }
  }

  /** Room was made on disk. */
  trimmed(events: number): void {
    this.#count -= events;
  }

  /** Takes in what waits. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#working = this.#working.then(() => this.#takeAll());
    await this.#working;
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#keepUnkept();
    await this.flush();
    clearTimeout(this.#timer);
    clearTimeout(this.#retry);
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      // Never rejects: what the disk refuses waits in memory.
      void this.flush();
    }, gatherMs);
  }

  async #takeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#take(this.#nextGroup());
      // Pictures go first.
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (this.#unkept.isEmpty) this.#markLost();
  }

  /** Events, or gaps: what came first gets the lower number. */
  #nextGroup(): readonly Waiting[] {
    const first = this.#waiting[0];
    const isGap = (one: Waiting | undefined) => one !== undefined && 'gap' in one;
    const end = this.#waiting.findIndex((one) => isGap(one) !== isGap(first));
    return this.#waiting.splice(0, Math.min(end === -1 ? mostInGroup : end, mostInGroup));
  }

  async #take(group: readonly Waiting[]): Promise<void> {
    const arrivals = group.flatMap((one) => ('arrival' in one ? [one.arrival] : []));
    const known = await this.#lookUp(keysOf(arrivals));
    const nextNumber = () => {
      this.#number += 1;
      return this.#number;
    };
    const stored = resolveGroup(arrivals, known, nextNumber);
    const gaps = group.flatMap((one) =>
      'gap' in one ? [{ ...one.gap, number: nextNumber() }] : [],
    );
    const newest = [...new Map(stored.map(({ event }) => [event.id, event])).values()];
    await this.#keep(newest, gaps);
    this.#count += stored.filter(({ isNew }) => isNew).length;
    this.#publish(stored, gaps);
  }

  async #lookUp(keys: readonly string[]): Promise<ReadonlyMap<string, KeptEvent>> {
    if (keys.length === 0) return new Map();
    const inMemory = keys.flatMap((key) => this.#unkept.byKey(key) ?? []);
    try {
      const onDisk = await this.#with.store.readByKeys(keys);
      return new Map([...onDisk, ...inMemory.map((event) => [event.key ?? '', event] as const)]);
    } catch (fault) {
      this.#with.log.error({ fault, operation: 'events.read' });
      return new Map(inMemory.map((event) => [event.key ?? '', event]));
    }
  }

  async #keep(events: readonly KeptEvent[], gaps: readonly EventGap[]): Promise<void> {
    if (!this.#unkept.isEmpty) {
      this.#unkept.add(events, gaps);
      return;
    }
    try {
      await this.#with.store.save({ events, gaps, latest: this.#number });
    } catch (fault) {
      this.#unkept.add(events, gaps);
      this.#refused(fault);
    }
  }

  #refused(fault: unknown): void {
    this.#with.log.error({ fault, operation: 'events.write' });
    this.#unkeptSinceMs ??= this.#with.now();
    this.#retryMs = Math.min(longestRetryMs, this.#retryMs * 2 || firstRetryMs);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#working = this.#working.then(() => this.#keepUnkept());
    }, this.#retryMs);
    this.#retry.unref();
  }

  /** Writes what waited in memory, as far as the disk takes it. Never rejects. */
  async #keepUnkept(): Promise<void> {
    while (!this.#unkept.isEmpty) {
      const part = this.#unkept.part(mostInGroup);
      try {
        await this.#with.store.save({ ...part, latest: this.#number });
      } catch (fault) {
        this.#refused(fault);
        return;
      }
      this.#unkept.kept(part);
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (this.#unkeptSinceMs === null) return;
    this.#unkeptSinceMs = null;
    this.#retryMs = 0;
    this.#markLost();
    this.#tell();
  }

  /** The times in which there was no room are gaps like any other. */
  #markLost(): void {
    for (const lost of this.#unkept.takeLost()) {
      this.#with.log.warn({ operation: 'events.lost', ...lost });
      this.setGap({ id: opaqueId(), ...lost, state: 'open' });
    }
  }

  #publish(stored: readonly StoredEvent[], gaps: readonly EventGap[]): void {
    const items: JournalItem[] = [
      ...stored.map(({ event }) => ({ number: event.number, event })),
      ...gaps.map((gap) => ({ number: gap.number, gap })),
    ];
    if (items.length === 0) return;
    this.#tail.add(items);
    this.#latest = this.#number;
    for (const listener of [...this.#listeners]) {
      try {
        if (stored.length > 0) listener(stored);
      } catch (fault) {
        this.#with.log.error({ fault, operation: 'events.stored' });
      }
    }
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#growthListeners]) listener();
  }
}
