import type { EventGap } from '../../api/events.ts';
import type { KeptEvent } from '../store/event-store.ts';

const defaultMost = 20_000;

/** Events that were lost for want of room, of one device. */
export interface LostTime {
  readonly deviceId: string;
  readonly deviceName: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** What waits in memory while the disk takes nothing: bounded, the oldest is lost first. */
export class UnkeptEvents {
  readonly #events = new Map<string, KeptEvent>();
  readonly #byKey = new Map<string, KeptEvent>();
  readonly #gaps = new Map<string, EventGap>();
  readonly #lost = new Map<string, LostTime>();
  readonly #most: number;

  constructor(most = defaultMost) {
    this.#most = most;
  }

  get isEmpty(): boolean {
    return this.#events.size === 0 && this.#gaps.size === 0;
  }

  get events(): readonly KeptEvent[] {
    return [...this.#events.values()];
  }

  add(events: readonly KeptEvent[], gaps: readonly EventGap[]): void {
    for (const event of events) {
      // Behind all others, so that the oldest stand first.
      this.#events.delete(event.id);
      this.#events.set(event.id, event);
      if (event.key !== undefined) this.#byKey.set(event.key, event);
    }
    for (const gap of gaps) this.#gaps.set(gap.id, gap);
    for (const event of this.#events.values()) {
      if (this.#events.size <= this.#most) break;
      this.#remove(event);
      this.lose(event);
    }
  }

  byKey(key: string): KeptEvent | undefined {
    return this.#byKey.get(key);
  }

  event(eventId: string): KeptEvent | undefined {
    return this.#events.get(eventId);
  }

  /** The oldest of what waits. */
  part(most: number): { events: readonly KeptEvent[]; gaps: readonly EventGap[] } {
    return { events: this.events.slice(0, most), gaps: [...this.#gaps.values()].slice(0, most) };
  }

  /** What was written waits no longer, unless it has changed meanwhile. */
  kept({ events, gaps }: ReturnType<UnkeptEvents['part']>): void {
    for (const event of events) {
      if (this.#events.get(event.id) === event) this.#remove(event);
    }
    for (const gap of gaps) if (this.#gaps.get(gap.id) === gap) this.#gaps.delete(gap.id);
  }

  /** The times of what was lost, once. */
  takeLost(): readonly LostTime[] {
    const lost = [...this.#lost.values()];
    this.#lost.clear();
    return lost;
  }

  #remove(event: KeptEvent): void {
    this.#events.delete(event.id);
    if (event.key !== undefined && this.#byKey.get(event.key)?.id === event.id) {
      this.#byKey.delete(event.key);
    }
  }

  /** Notes that there was no room for an event. */
  lose({ deviceId, deviceName, atMs }: Omit<LostTime, 'fromMs' | 'toMs'> & { atMs: number }): void {
    const before = this.#lost.get(deviceId);
    this.#lost.set(deviceId, {
      deviceId,
      deviceName,
      fromMs: Math.min(before?.fromMs ?? atMs, atMs),
      toMs: Math.max(before?.toMs ?? atMs, atMs),
    });
  }
}
