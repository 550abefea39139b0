import type { EventFaults } from './event-faults.ts';
import type { EventKinds, EventOrder } from './event-order.ts';

/** An event as it was told. */
export interface SentEvent {
  /** Counts the device's told events from 1. */
  readonly id: number;
  readonly atMs: number;
  readonly kind: string;
  readonly channel?: number | undefined;
  readonly listeners: number;
}

export interface BurstOrder {
  /** The device's own choice where absent. */
  readonly kind?: string | undefined;
  readonly count: number;
  readonly perSecond: number;
}

export interface EventDeskOptions {
  readonly now: () => number;
  readonly kinds: EventKinds;
  /** What a burst is of where nobody says. */
  readonly burstKind: string;
  readonly faults: EventFaults;
}

/** As many as a hard night brings, and what the list of told events holds. */
const mostEvents = 60_000;
const burstTickMs = 20;

/** Where the events of a device are ordered, noted and disturbed. */
export class EventDesk {
  readonly faults: EventFaults;
  readonly #options: EventDeskOptions;
  readonly #sent: SentEvent[] = [];
  readonly #bursts = new Set<NodeJS.Timeout>();
  #told = 0;

  constructor(options: EventDeskOptions) {
    this.#options = options;
    this.faults = options.faults;
  }

  get kinds(): readonly string[] {
    return Object.keys(this.#options.kinds);
  }

  /** How many were told since the device was made. */
  get told(): number {
    return this.#told;
  }

  /** Newest last, bounded. */
  get sent(): readonly SentEvent[] {
    return this.#sent;
  }

  /** Null where the device has no such event. */
  send(order: EventOrder): SentEvent | null {
    const { kinds, now } = this.#options;
    const tell = Object.hasOwn(kinds, order.kind) ? kinds[order.kind] : undefined;
    const listeners = tell?.(order) ?? null;
    if (listeners === null) return null;
    this.#told += 1;
    const { kind, channel } = order;
    const sent = {
      ...{ id: this.#told, atMs: now(), kind },
      ...(channel === undefined ? {} : { channel }),
      listeners,
    };
    this.#sent.push(sent);
    if (this.#sent.length > mostEvents) this.#sent.splice(0, this.#sent.length - mostEvents);
    return sent;
  }

  /**
   * Tells many in a row, each with its place in the row as the field `serial`, from 1. False for a
   * kind that is not there and for more than 60,000.
   */
  burst({ kind = this.#options.burstKind, count, perSecond }: BurstOrder): boolean {
    const sound = count >= 1 && count <= mostEvents && perSecond > 0;
    if (!sound || !this.kinds.includes(kind)) return false;
    const startedMs = performance.now();
    let serial = 0;
    const timer = setInterval(() => {
      const due = Math.floor(((performance.now() - startedMs) / 1000) * perSecond);
      while (serial < Math.min(count, due)) {
        serial += 1;
        this.send({ kind, fields: { serial } });
      }
      if (serial >= count) this.#end(timer);
    }, burstTickMs);
    this.#bursts.add(timer);
    return true;
  }

  /** Ends what still goes on. */
  stop(): void {
    for (const timer of this.#bursts) this.#end(timer);
  }

  #end(timer: NodeJS.Timeout): void {
    clearInterval(timer);
    this.#bursts.delete(timer);
  }
}
