import type { EventsReport } from '../api/alarms.ts';
import type { EventGap, EventView } from '../api/events.ts';
import { routes } from '../api/routes.ts';
import { forgetAlarms, takeInAlarms } from './alarm-state.ts';
import { type EventFeedState, eventFeedState } from './event-feed-state.ts';
import { type EventFilter, fitsFilter } from './event-queries.ts';
import { LastingSocket } from './lasting-socket.ts';
import { Newest } from './newest-events.ts';

/** A page in the background gets no frames; what came is taken in as often as this. */
const withoutFramesMs = 1000;

/**
 * The one socket of a window for events, open while a page shows them. After a break the proxy sends
 * what came meanwhile, or says that the journal has to be read instead.
 */
class EventFeed {
  private readonly events = new Newest<EventView>();
  private readonly gaps = new Newest<EventGap>();
  private filter: EventFilter = {};
  private openings = 0;
  /** The last number that was told; null until the first connection. */
  private through: number | null = null;
  private hasNews = false;
  private frame = 0;
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

  /** What does not fit is not kept, so that many of one kind push out none of another. */
  choose(filter: EventFilter): void {
    this.filter = filter;
    this.readAgain();
  }

  readAgain(): void {
    this.events.clear();
    this.gaps.clear();
    this.apply({ reading: eventFeedState.getState().reading + 1 });
  }

  private close(): void {
    this.socket.stop();
    this.through = null;
    this.readAgain();
    this.connection('closed');
    forgetAlarms();
    set({ listening: [], unkeptSinceMs: null });
  }

  private hear(report: EventsReport): void {
    if (report.type === 'hello') this.greet(report);
    else if (report.type === 'events') {
      this.through = report.through;
      this.events.add(report.events.filter((event) => fitsFilter(event, this.filter)));
      this.gaps.add(report.gaps);
      this.applySoon();
    } else if (report.type === 'skipped') {
      this.through = report.through;
      this.readAgain();
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
    this.frame = requestAnimationFrame(() => this.apply());
    this.timer = setTimeout(() => this.apply(), withoutFramesMs);
  }

  private apply(change: Partial<EventFeedState> = {}): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.hasNews = false;
    const { items, leftOut } = this.events;
    set({ events: items, gaps: this.gaps.items, leftOut, ...change });
  }
}

const feed = new EventFeed();

/** Keeps events coming into `eventFeedState`. @returns a function that ends it */
export const openEventFeed = (): (() => void) => feed.open();

/** Chooses the events that are kept from now on; the journal has to be read for what was before. */
export const chooseEvents = (filter: EventFilter): void => feed.choose(filter);

/** Gives up what is kept here, so that the journal is read up to now. */
export const readEventsAgain = (): void => feed.readAgain();

function set(change: Partial<EventFeedState>): void {
  eventFeedState.setState(change);
}
