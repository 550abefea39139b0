import type { EventGap } from '../../api/events.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import type { NewGap } from './event-journal.ts';

/** Between the tries to read a log; a device that has just come back may be busy. */
const fillPausesMs = [0, 1000, 3000, 10_000] as const;
/** So long after a log was read the same may still come live. */
const overlapMs = 10_000;
/** A connection that lasts less is hardly one. */
const flappingMs = 5000;

export interface GapDependencies {
  readonly device: { readonly id: string; readonly row: { readonly name: string } };
  readonly now: () => number;
  readonly setGap: (gap: NewGap) => void;
  /** Reads the log of a time. @returns whether it holds all; null where the device keeps none */
  readonly fill: ((gap: NewGap) => Promise<boolean>) | null;
  readonly onFault: (fault: unknown) => void;
}

/** The times in which nobody listened to a device: marked, then filled from its own log. */
export class DeviceGaps {
  readonly #with: GapDependencies;
  #current: NewGap | null = null;
  /** The last one that nothing could fill. */
  #open: NewGap | null = null;
  #overlapUntilMs = 0;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  /**
   * @param unfinished gaps of it that were not filled when the listening before ended
   * @param aliveAtMs when it last showed that it was there; null where nobody ever listened
   */
  constructor(
    dependencies: GapDependencies,
    unfinished: readonly EventGap[],
    aliveAtMs: number | null,
  ) {
    this.#with = dependencies;
    const [first, ...rest] = [...unfinished].sort((one, other) => one.fromMs - other.fromMs);
    for (const gap of rest)
      this.#with.setGap({ ...gap, toMs: gap.toMs ?? dependencies.now(), state: 'open' });
    if (first) this.#note({ ...first, toMs: null, state: 'lasting' });
    else if (aliveAtMs !== null) this.lost(aliveAtMs);
  }

  /** Whether what comes live may also stand in what is or was just read from the log. */
  get mayRepeat(): boolean {
    return this.#current !== null || this.#with.now() < this.#overlapUntilMs;
  }

  lost(aliveAtMs: number): void {
    clearTimeout(this.#timer);
    const { device } = this.#with;
    const fresh = { id: opaqueId(), fromMs: aliveAtMs };
    const { id, fromMs } = this.#current ?? this.#goingOn(aliveAtMs) ?? fresh;
    this.#note({
      id,
      deviceId: device.id,
      deviceName: device.row.name,
      fromMs,
      toMs: null,
      state: 'lasting',
    });
  }

  /** A device that hangs up again and again leaves one gap, not one for each time. */
  #goingOn(aliveAtMs: number): NewGap | null {
    const toMs = this.#open?.toMs ?? null;
    return toMs !== null && aliveAtMs - toMs < flappingMs ? this.#open : null;
  }

  began(atMs: number): void {
    const gap = this.#current;
    if (gap === null) return;
    const { fill } = this.#with;
    const ended = { ...gap, toMs: Math.max(atMs, gap.fromMs) };
    if (fill === null) this.#finish({ ...ended, state: 'open' });
    else this.#fill({ ...ended, state: 'filling' }, fill, 0);
  }

  /** @returns what the next listener to the device goes on with */
  stop(): readonly EventGap[] {
    this.#stopped = true;
    clearTimeout(this.#timer);
    return this.#current === null ? [] : [{ ...this.#current, number: 0 }];
  }

  /** The device is gone for good: nothing will fill what is missing. */
  abandon(): void {
    const [gap] = this.stop();
    if (gap) this.#with.setGap({ ...gap, toMs: gap.toMs ?? this.#with.now(), state: 'open' });
  }

  #fill(gap: NewGap, fill: NonNullable<GapDependencies['fill']>, attempt: number): void {
    this.#note(gap);
    this.#timer = setTimeout(() => {
      fill(gap).then(
        (complete) => this.#finish({ ...gap, state: complete ? 'filled' : 'partly' }, gap),
        (fault: unknown) => {
          this.#with.onFault(fault);
          if (this.#stopped || this.#current !== gap) return;
          if (attempt + 1 < fillPausesMs.length) this.#fill({ ...gap }, fill, attempt + 1);
          else this.#finish({ ...gap, state: 'open' }, gap);
        },
      );
    }, fillPausesMs[attempt]);
  }

  /** @param expected what was being filled, which a new loss may have taken the place of */
  #finish(gap: NewGap, expected?: NewGap): void {
    if (this.#stopped || (expected && this.#current !== expected)) return;
    this.#current = null;
    this.#open = gap.state === 'open' ? gap : null;
    this.#overlapUntilMs = this.#with.now() + overlapMs;
    this.#with.setGap(gap);
  }

  #note(gap: NewGap): void {
    this.#current = gap;
    this.#with.setGap(gap);
  }
}
