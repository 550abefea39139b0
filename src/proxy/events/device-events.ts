import type { EventGap } from '../../api/events.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { ReportedEvent } from '../../domain/device-event.ts';
import type { Logger } from '../log.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import { DeviceGaps } from './device-gaps.ts';
import type { EventJournal, NewGap } from './event-journal.ts';
import { EventListener, type Listening } from './event-listener.ts';
import { KnownStates } from './known-states.ts';
import { type NewEvent, normalise } from './normalise.ts';

/** Events at the edges of a gap may stand on either side of it. */
const edgeMs = 5000;
/** What one log may bring; a device must not fill our memory. */
const mostPast = 50_000;

export interface DeviceEventsDependencies {
  readonly device: ActiveDevice;
  readonly journal: EventJournal;
  readonly now: () => number;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  readonly watched: () => boolean;
  readonly changed: () => void;
  /** Two channels of the device have changed places. */
  readonly swapped: (channels: readonly [string, string]) => void;
  /** What the device says of its channels is to be read again. */
  readonly recheck: () => void;
  readonly unfinished: readonly EventGap[];
  readonly aliveAtMs: number | null;
  readonly firstDelayMs?: number | undefined;
}

/** All that comes of one device: listened to, made ours, and taken into the journal. */
export class DeviceEvents {
  readonly #with: DeviceEventsDependencies;
  readonly #listener: EventListener;
  readonly #gaps: DeviceGaps;
  readonly #states = new KnownStates();

  constructor(dependencies: DeviceEventsDependencies) {
    this.#with = dependencies;
    const { device, journal, now, unfinished, aliveAtMs } = dependencies;
    const listPast = device.protocol?.operations.listPastEvents;
    this.#gaps = new DeviceGaps(
      {
        device,
        now,
        setGap: (gap) => journal.setGap(gap),
        fill: listPast ? (gap) => this.#fill(gap, listPast) : null,
        onFault: (fault) => this.#note('events.fill', fault),
      },
      unfinished,
      aliveAtMs,
    );
    this.#listener = new EventListener({
      ...dependencies,
      owner: {
        began: (atMs) => this.#gaps.began(atMs),
        lost: (atMs) => this.#gaps.lost(atMs),
        heard: (events, atMs) => this.#heard(events, atMs),
        changed: dependencies.changed,
      },
      onFault: (fault) => this.#note('events.listen', fault),
    });
  }

  get standing(): Listening {
    return this.#listener.standing;
  }

  get aliveAtMs(): number | null {
    return this.#listener.aliveAtMs ?? this.#with.aliveAtMs;
  }

  /** A camera was found in a state that nobody told. */
  found(event: NewEvent): void {
    if (this.#states.holds(event)) return;
    this.#states.isKnown(event);
    this.#with.journal.add([{ event, mayRepeat: false }]);
  }

  /** @returns the gaps that are not filled */
  stop(): readonly EventGap[] {
    this.#listener.stop();
    return this.#gaps.stop();
  }

  /** The device was removed. */
  abandon(): void {
    this.#listener.stop();
    this.#gaps.abandon();
  }

  #heard(reported: readonly ReportedEvent[], receivedAtMs: number): void {
    const { mayRepeat } = this.#gaps;
    for (const one of reported) {
      const event = this.#made(one, receivedAtMs, false);
      if (event === null || this.#states.isKnown(event)) continue;
      this.#with.journal.add([{ event, mayRepeat }]);
      this.#follow(one);
    }
  }

  #made(reported: ReportedEvent, receivedAtMs: number, isLate: boolean): NewEvent | null {
    const event = normalise(reported, { device: this.#with.device, receivedAtMs, isLate });
    if (event === null) this.#with.log.info({ operation: 'events.unread' });
    return event;
  }

  /** What an event means for what is known of the device itself. */
  #follow({ fact, isSnapshot }: ReportedEvent): void {
    if (fact.topic !== 'channel' || fact.change === 'state' || isSnapshot) return;
    if (fact.change === 'swapped' && fact.channels) this.#with.swapped(fact.channels);
    this.#with.recheck();
  }

  /** Reads the log of a gap, which is in the time of the device. @returns whether it holds all */
  async #fill(
    gap: NewGap,
    listPast: NonNullable<NonNullable<ActiveDevice['protocol']>['operations']['listPastEvents']>,
  ): Promise<boolean> {
    const { device, journal, now } = this.#with;
    if (!device.connection) throw new DeviceError('unreachable', 'stopped');
    const skewMs = device.status.clockSkewMs ?? 0;
    const range = {
      fromMs: gap.fromMs - edgeMs + skewMs,
      toMs: (gap.toMs ?? now()) + edgeMs + skewMs,
    };
    const past = await listPast(device.connection, range);
    const inOrder = past.events
      .slice(0, mostPast)
      .sort((one, other) => (one.deviceAtMs ?? 0) - (other.deviceAtMs ?? 0));
    const receivedAtMs = now();
    for (const one of inOrder) {
      const event = this.#made(one, receivedAtMs, true);
      if (event) journal.add([{ event, mayRepeat: true }]);
    }
    await journal.flush();
    // Where the channels stand now only the device knows: what it swapped may have been told live too.
    if (inOrder.some(({ fact }) => fact.topic === 'channel')) this.#with.recheck();
    return past.complete && past.events.length <= mostPast;
  }

  #note(operation: string, fault: unknown): void {
    const reason = fault instanceof DeviceError ? fault.reason : 'internal';
    this.#with.log.info({ operation, deviceId: this.#with.device.id, reason });
  }
}
