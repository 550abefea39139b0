import type { EventsReport } from '../api/alarms.ts';
import type { EventGap, EventView } from '../api/events.ts';
import { routes } from '../api/routes.ts';
import { forgetAlarms, takeInAlarms } from './alarm-state.ts';
import { type EventFeedState, eventFeedState, type KeptEvents } from './event-feed-state.ts';
import { type EventFilter, fitsFilter } from './event-queries.ts';
import { LastingSocket } from './lasting-socket.ts';
import { mostEvents, mostOfOne, Newest } from './newest-events.ts';

/** A page in the background gets no frames; what came is taken in as often as this. */
const withoutFramesMs = 1000;
/** Nobody reads what changes more often, and to draw it would leave a hand no time in a flood. */
const restMs = 150;

interface Choice {
  readonly filter: EventFilter;
  readonly events: Newest<EventView>;
  told: KeptEvents;
}

/** Hears what came, a few times a second at most, in the order of the numbers. */
export type EventListener = (events: readonly EventView[]) => void;

/**
 * The one socket of a window for events, open while a page shows them. After a break the proxy sends
 * what came meanwhile, or says that the journal has to be read instead.
 */
class EventFeed {
  private readonly choices = new Map<string, Choice>();
  private readonly listeners = new Set<EventListener>();
  private readonly gaps = new Newest<EventGap>();
  /** What came since the last frame, for those who listen. */
  private unheard: EventView[] = [];
  private readings = 0;
  private openings = 0;
  /** The last number that was told; null until the first connection. */
  private through: number | null = null;
  private hasNews = false;
  private frame = 0;
  private appliedAtMs = Number.NEGATIVE_INFINITY;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly socket = new LastingSocket<EventsReport>({
    path: routes.eventFeed,
    opening: () => ({ type: 'open', after: this.through }),
    hear: (report) => this.hear(report),
    lost: () => {
      if (eventFeedState.getState().connection !== 'lost') this.connection('lost');
    },
    goesOn: () => this.openings > 0,
  });

  open(): () => void {
    this.openings += 1;
    if (this.openings === 1) {
      this.connection('connecting');
      this.socket.start();
    }
    let closed = false;
    return () => {
      if (closed) return;
      closed = true;
      this.openings -= 1;
      if (this.openings === 0) this.close();
    };
  }

  /** What fits no choice is not kept. @returns a function that gives up what is kept */
  keep(name: string, filter: EventFilter): () => void {
    const choice: Choice = { filter, events: new Newest(), told: this.nothing() };
    this.choices.set(name, choice);
    this.share();
    this.apply();
    return () => {
      if (this.choices.get(name) !== choice) return;
      this.choices.delete(name);
      this.share();
      this.apply();
    };
  }

  listen(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  readAgain(names: Iterable<string> = this.choices.keys()): void {
    for (const name of names) {
      const choice = this.choices.get(name);
      if (choice === undefined) continue;
      choice.events.clear();
      choice.told = this.nothing();
    }
    this.apply();
  }

  private nothing(): KeptEvents {
    this.readings += 1;
    return { events: [], leftOut: 0, reading: this.readings };
  }

  private share(): void {
    const most = Math.min(mostOfOne, Math.floor(mostEvents / Math.max(1, this.choices.size)));
    for (const { events } of this.choices.values()) events.limit(most);
  }

  private close(): void {
    this.socket.stop();
    this.through = null;
    this.missed();
    this.appliedAtMs = Number.NEGATIVE_INFINITY;
    this.connection('closed');
    forgetAlarms();
    set({ listening: [], unkeptSinceMs: null });
  }

  private hear(report: EventsReport): void {
    if (report.type === 'hello') this.greet(report);
    else if (report.type === 'events') {
      this.through = report.through;
      for (const { filter, events } of this.choices.values()) {
        events.add(report.events.filter((event) => fitsFilter(event, filter)));
      }
      if (this.listeners.size > 0) this.unheard.push(...report.events);
      this.gaps.add(report.gaps);
      this.applySoon();
    } else if (report.type === 'skipped') {
      this.through = report.through;
      this.missed();
    } else if (report.type === 'listening') this.standings(report);
    else if (report.type === 'alarms') takeInAlarms(report, 'changed');
  }

  private greet(hello: Extract<EventsReport, { type: 'hello' }>): void {
    this.socket.greet();
    this.connection('connected');
    this.standings(hello);
    takeInAlarms(hello, 'all');
    if (this.through !== null) return;
    this.through = hello.latest;
    // What came between a page that was read before and this greeting was never sent.
    this.missed();
  }

  private missed(): void {
    this.unheard = [];
    this.gaps.clear();
    set({ reading: eventFeedState.getState().reading + 1 });
    this.readAgain();
  }

  private standings(report: Extract<EventsReport, { type: 'hello' | 'listening' }>): void {
    set({ listening: report.listening, unkeptSinceMs: report.unkeptSinceMs ?? null });
  }

  private connection(connection: EventFeedState['connection']): void {
    set({ connection, sinceMs: Date.now() });
  }

  private applySoon(): void {
    if (this.hasNews) return;
    this.hasNews = true;
    const frame = () => {
      this.frame = requestAnimationFrame(() => this.apply());
    };
    const restsMs = this.appliedAtMs + restMs - performance.now();
    if (restsMs > 0) this.rest = setTimeout(frame, restsMs);
    else frame();
    this.timer = setTimeout(() => this.apply(), withoutFramesMs);
  }

  private apply(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.rest);
    clearTimeout(this.timer);
    if (this.hasNews) this.appliedAtMs = performance.now();
    this.hasNews = false;
    const kept = new Map<string, KeptEvents>();
    for (const [name, choice] of this.choices) {
      choice.told = toldOf(choice);
      kept.set(name, choice.told);
    }
    set({ kept, gaps: this.gaps.items });
    const unheard = this.unheard;
    this.unheard = [];
    if (unheard.length > 0) for (const listener of this.listeners) listener(unheard);
  }
}

/** The same as before where nothing came, so that nothing is drawn anew. */
function toldOf({ events: { items, leftOut }, told }: Choice): KeptEvents {
  return told.events === items && told.leftOut === leftOut
    ? told
    : { ...told, events: items, leftOut };
}

const feed = new EventFeed();

/** Keeps events coming into `eventFeedState`. @returns a function that ends it */
export const openEventFeed = (): (() => void) => feed.open();

/**
 * Keeps the events that fit from now on in `eventFeedState`, under a name of the caller's own; the
 * journal has to be read for what was before. @returns a function that ends it
 */
export const keepEvents = (name: string, filter: EventFilter): (() => void) =>
  feed.keep(name, filter);

/** Hears every event from now on, whether or not any is kept. @returns a function that ends it */
export const hearEvents = (listener: EventListener): (() => void) => feed.listen(listener);

/** Gives up what is kept under a name, so that the journal is read up to now. */
export const readEventsAgain = (name: string): void => feed.readAgain([name]);

function set(change: Partial<EventFeedState>): void {
  eventFeedState.setState(change);
}
