import type * as z from 'zod/mini';
import type { listeningSchema } from '../../api/events.ts';
import type { DeviceError } from '../../domain/device-error.ts';
import type { ReportedEvent } from '../../domain/device-event.ts';
import { refusedProbeMs } from '../../domain/retry-ladder.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import { deviceErrorOf } from '../registry/device-error-of.ts';
import type { EventSubscription } from './event-subscription.ts';
import { listenOnce } from './listen-once.ts';

const ladderMs = [0, 1000, 2000, 3000, 4000, 5000] as const;
const restAfterSilenceMs = 1000;
/** A connection that ends sooner was none worth beginning the ladder anew. */
const provenAfterMs = 5000;
/** A device that offers nothing may have got another firmware. */
const offerAgainMs = 10 * 60_000;

/** So long a device that was just added may take to say which cameras it has. */
const camerasWithinMs = 15_000;
const camerasAgainMs = 250;

export type Listening = z.infer<typeof listeningSchema>;

export interface ListenerOwner {
  /** The device answers again, or for the first time. */
  began(atMs: number): void;
  heard(events: readonly ReportedEvent[], receivedAtMs: number): void;
  /** @param aliveAtMs when it last showed that it is there */
  lost(aliveAtMs: number): void;
  /** The state is another one. */
  changed(): void;
}

export interface ListenerDependencies {
  readonly device: Pick<ActiveDevice, 'id' | 'protocol' | 'connection' | 'cameras'>;
  readonly owner: ListenerOwner;
  readonly now: () => number;
  readonly watched: () => boolean;
  readonly onFault: (fault: DeviceError) => void;
  /** So that not all devices are dialled in the same instant. */
  readonly firstDelayMs?: number | undefined;
}

/** Listens to the events of one device for as long as it is registered, whoever is watching. */
export class EventListener {
  readonly #with: ListenerDependencies;
  readonly #ending = new AbortController();
  readonly #stopWaking: () => void;
  readonly #madeAtMs: number;
  #state: Listening['state'];
  #sinceMs: number;
  #aliveAtMs: number | null = null;
  #aliveSinceMs: number | null = null;
  #attempt = 0;
  #fellSilent = false;
  #ways: readonly EventSubscription[] | null = null;
  #way = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(dependencies: ListenerDependencies) {
    this.#with = dependencies;
    const { device, now, firstDelayMs = 0 } = dependencies;
    const isOffered = device.protocol?.operations.subscribeEvents !== undefined;
    this.#state = isOffered ? 'connecting' : 'not-offered';
    this.#madeAtMs = now();
    this.#sinceMs = this.#madeAtMs;
    this.#stopWaking = device.connection?.onWake(() => this.#wake()) ?? (() => undefined);
    if (isOffered && device.connection) this.#timer = setTimeout(() => this.#begin(), firstDelayMs);
    else if (isOffered) this.#state = 'lost';
  }

  get standing(): Listening {
    return { deviceId: this.#with.device.id, state: this.#state, sinceMs: this.#sinceMs };
  }

  /** When the device last showed that it is there; null where it never did. */
  get aliveAtMs(): number | null {
    return this.#aliveAtMs;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stopWaking();
    this.#ending.abort();
  }

  /** Somebody else has reached the device: no need to wait for the next step. */
  #wake(): void {
    if (this.#timer === undefined || this.#state === 'not-offered') return;
    clearTimeout(this.#timer);
    this.#begin();
  }

  #begin(): void {
    this.#timer = undefined;
    // An event of a camera that nobody knows yet would be an event of none.
    const { device, now } = this.#with;
    if (device.cameras.length === 0 && now() < this.#madeAtMs + camerasWithinMs) {
      this.#schedule(camerasAgainMs);
      return;
    }
    this.#listen().catch((failure: unknown) => this.#ended(deviceErrorOf(failure)));
  }

  async #listen(): Promise<void> {
    const { device, owner, now, watched } = this.#with;
    const { connection: road, protocol } = device;
    if (!road) return;
    this.#ways ??= (await protocol?.operations.subscribeEvents?.(road)) ?? [];
    const way = this.#ways[this.#way];
    const { signal } = this.#ending;
    if (signal.aborted) return;
    if (way === undefined) {
      this.#notOffered();
      return;
    }
    const ears = {
      alive: () => this.#alive(),
      heard: (events: readonly ReportedEvent[], atMs: number) => {
        if (events.length > 0 && !signal.aborted) owner.heard(events, atMs);
      },
      missed: (sinceMs: number) => {
        if (signal.aborted) return;
        owner.lost(sinceMs);
        owner.began(now());
      },
    };
    await listenOnce(way, { road, ears, now, watched, fellSilent: this.#fellSilent, signal });
  }

  #alive(): void {
    if (this.#ending.signal.aborted) return;
    const nowMs = this.#with.now();
    this.#aliveAtMs = nowMs;
    if (this.#aliveSinceMs === null) {
      this.#aliveSinceMs = nowMs;
      this.#enter('listening');
      this.#with.owner.began(nowMs);
    }
    if (nowMs - this.#aliveSinceMs >= provenAfterMs) this.#attempt = 0;
  }

  #ended(fault: DeviceError): void {
    if (this.#ending.signal.aborted) return;
    this.#with.onFault(fault);
    this.#fellSilent = fault.kind === 'timeout';
    if (this.#aliveSinceMs !== null) {
      this.#aliveSinceMs = null;
      this.#with.owner.lost(this.#aliveAtMs ?? this.#with.now());
    } else if (fault.kind === 'unsupported' && this.#ways !== null) {
      this.#way += 1;
      this.#begin();
      return;
    }
    this.#enter('lost');
    this.#schedule(this.#pauseMs(fault));
    this.#attempt += 1;
    // After a long absence it may be another firmware.
    if (this.#attempt === ladderMs.length) this.#ways = null;
  }

  /** Every way was refused as unsupported, or there is none. */
  #notOffered(): void {
    this.#ways = null;
    this.#way = 0;
    this.#enter('not-offered');
    this.#schedule(offerAgainMs);
  }

  #pauseMs(fault: DeviceError): number {
    const step = ladderMs[Math.min(this.#attempt, ladderMs.length - 1)] ?? 0;
    // So that no account is locked, and nothing is asked that will be refused again.
    const refused = fault.kind === 'unauthorized' || fault.kind === 'forbidden';
    // To wait for an answer in vain was a rest already.
    const rest = fault.kind === 'timeout' ? Math.min(step, restAfterSilenceMs) : step;
    return Math.max(rest, fault.retryAfterMs ?? 0, refused ? refusedProbeMs : 0);
  }

  #schedule(afterMs: number): void {
    this.#timer = setTimeout(() => this.#begin(), afterMs);
  }

  #enter(state: Listening['state']): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#sinceMs = this.#with.now();
    this.#with.owner.changed();
  }
}
