/**
 * How a device can fail those who listen: `silent` keeps connections and says nothing on them,
 * heartbeats included; `cut` ends those that are there and each new one; `refuse` ends them and
 * lets nobody in; `garbage` sends what cannot be read in place of every event.
 */
export const eventFaultKinds = ['silent', 'cut', 'refuse', 'garbage'] as const;
export type EventFaultKind = (typeof eventFaultKinds)[number];

/** What comes in place of an event. */
export const garbage = '\u0000{"topic":<<\\x7f 20261121 not an event';

/** The one fault that befalls the events of a device for a while. */
export class EventFaults {
  readonly #now: () => number;
  readonly #cutters: (() => void)[] = [];
  #kind: EventFaultKind | null = null;
  #untilMs = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get current(): EventFaultKind | null {
    return this.#now() < this.#untilMs ? this.#kind : null;
  }

  /** @param forMs by the clock of the site; 0 cuts what is there and no more */
  set(kind: EventFaultKind | null, forMs: number): void {
    this.#kind = kind;
    this.#untilMs = this.#now() + forMs;
    if (kind === 'cut' || kind === 'refuse') for (const cut of this.#cutters) cut();
  }

  /** @param cut ends all connections on which events are told */
  onCut(cut: () => void): void {
    this.#cutters.push(cut);
  }
}
