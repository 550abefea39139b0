import type { WebSocket } from 'ws';
import type { EventsReport } from '../../api/alarms.ts';
import { beatIntervalMs } from '../../api/beat.ts';
import { eventsRequestSchema } from '../../api/events.ts';
import type { Caller } from '../access/caller.ts';
import { type OutletOwner, SocketOutlet } from '../media/socket-outlet.ts';
import type { DeviceRegistry } from '../registry/device-registry.ts';
import { parseJson } from '../store/parse-json.ts';
import type { EventJournal } from './event-journal.ts';
import type { EventListeners } from './event-listeners.ts';
import type { AlarmFeed } from './feed.ts';
import { SeenEvents } from './seen-events.ts';

/** Events of so long go out together. */
const gatherMs = 50;
const mostInMessage = 500;
/** Behind by more than this, a window reads pages instead. */
const mostMissed = 5000;
/** Above it a window has to take in what it has before it gets more. */
const fullBytes = 512 * 1024;

export interface WindowDependencies {
  readonly journal: EventJournal;
  readonly listeners: Pick<EventListeners, 'standings' | 'onChange'>;
  readonly alarms: AlarmFeed;
  readonly registry: Pick<DeviceRegistry, 'device' | 'devices'>;
  /** By the rights of this moment. */
  readonly caller: () => Caller;
  readonly now: () => number;
  readonly onFault: (fault: unknown) => void;
  readonly onGone: () => void;
}

/**
 * Events and alarms of one window. It keeps no queue: it knows the number up to which the window
 * has been told, and reads on from there in what all windows share.
 */
export class EventsWindow implements OutletOwner {
  readonly #with: WindowDependencies;
  readonly #outlet: SocketOutlet;
  readonly #stops: (() => void)[] = [];
  /** Null until the window has said where it stands. */
  #through: number | null = null;
  #alarmIds = new Set<string>();
  #alarmsChanged = false;
  #standingsChanged = false;
  #unkeptTold: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  #busy = false;

  constructor(socket: WebSocket, dependencies: WindowDependencies) {
    this.#with = dependencies;
    this.#outlet = new SocketOutlet(socket, this);
  }

  text(message: string): void {
    const request = eventsRequestSchema.safeParse(parseJson(message));
    if (!request.success || this.#through !== null) {
      this.#outlet.closeWith({ kind: 'invalid-input', reason: 'invalid-input' });
      return;
    }
    this.#open(request.data.after);
  }

  drained(): void {
    if (this.#hasNews) this.#soon();
  }

  finish(): void {
    this.#outlet.finish();
  }

  gone(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
    this.#with.onGone();
  }

  #open(after: number | null): void {
    const { journal, listeners, alarms, now } = this.#with;
    const { latest } = journal;
    const { flood, alarms: open } = alarms.read(this.#with.caller(), 'open');
    const standings = this.#standings();
    this.#send({ type: 'hello', latest, nowMs: now(), ...standings, alarms: [...open], flood });
    // Numbers above ours are of a journal that is no more, e.g. because a copy took its place.
    const isForeign = after !== null && after > latest;
    this.#through = after === null || isForeign ? latest : after;
    if (isForeign) this.#send({ type: 'skipped', fromNumber: 0, through: latest });
    const beat = setInterval(() => this.#send({ type: 'beat', nowMs: now() }), beatIntervalMs);
    this.#stops.push(
      () => clearInterval(beat),
      journal.onGrowth(() => this.#soon()),
      listeners.onChange(() => {
        this.#standingsChanged = true;
        this.#soon();
      }),
      alarms.onChanged((alarmIds) => {
        for (const id of alarmIds) this.#alarmIds.add(id);
        this.#alarmsChanged = true;
        this.#soon();
      }),
    );
    if (this.#through < latest) this.#flush();
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => this.#flush(), gatherMs);
  }

  get #hasNews(): boolean {
    const isBehind = this.#through !== null && this.#through < this.#with.journal.latest;
    const isUnkept = this.#unkeptTold !== this.#with.journal.unkeptSinceMs;
    return isBehind || isUnkept || this.#alarmsChanged || this.#standingsChanged;
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#busy || this.#outlet.backlogBytes > fullBytes) return;
    this.#busy = true;
    this.#sendNews().then(
      () => {
        this.#busy = false;
        if (this.#hasNews) this.#soon();
      },
      (fault: unknown) => {
        this.#with.onFault(fault);
        // The window comes back and names the last number that it saw.
        this.#outlet.finish();
      },
    );
  }

  async #sendNews(): Promise<void> {
    if (this.#alarmsChanged) this.#sendAlarms();
    if (this.#standingsChanged || this.#unkeptTold !== this.#with.journal.unkeptSinceMs) {
      this.#send({ type: 'listening', ...this.#standings() });
    }
    while ((this.#through ?? 0) < this.#with.journal.latest) {
      if (this.#outlet.backlogBytes > fullBytes) return;
      await this.#sendEvents(this.#through ?? 0);
    }
  }

  async #sendEvents(after: number): Promise<void> {
    const { journal, caller, registry } = this.#with;
    const { latest } = journal;
    if (latest - after > mostMissed) {
      this.#through = latest;
      this.#send({ type: 'skipped', fromNumber: after + 1, through: latest });
      return;
    }
    const page = await journal.readAfter(after, mostInMessage);
    const numbers = [...page.events, ...page.gaps].map(({ number }) => number);
    // Numbers that an event has left behind as it grew stand nowhere.
    const through = Math.max(numbers.length < mostInMessage ? latest : after, ...numbers);
    const seen = new SeenEvents(caller(), registry);
    const events = page.events.flatMap((event) => seen.view(event) ?? []);
    const gaps = [...seen.gaps(page.gaps)];
    this.#through = through;
    if (events.length + gaps.length > 0) this.#send({ type: 'events', events, gaps, through });
  }

  #sendAlarms(): void {
    const ids = this.#alarmIds;
    this.#alarmIds = new Set();
    this.#alarmsChanged = false;
    const { alarms, flood } = this.#with.alarms.read(this.#with.caller(), ids);
    this.#send({ type: 'alarms', alarms: [...alarms], flood });
  }

  #standings() {
    const { listeners, journal, caller, registry } = this.#with;
    const seen = new SeenEvents(caller(), registry);
    const { unkeptSinceMs } = journal;
    this.#unkeptTold = unkeptSinceMs;
    this.#standingsChanged = false;
    return {
      listening: listeners.standings.filter(({ deviceId }) => seen.mayPartOf(deviceId)),
      ...(unkeptSinceMs === null ? {} : { unkeptSinceMs }),
    };
  }

  #send(report: EventsReport): void {
    this.#outlet.sendText(JSON.stringify(report));
  }
}
