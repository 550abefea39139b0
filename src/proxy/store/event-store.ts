import type { EventGap, EventSide, EventView, PlacedEvent } from '../../api/events.ts';
import type { EventTopic } from '../../domain/device-event.ts';
import type { TimeRange } from '../../domain/recording.ts';

/** An event as whoever may see everything is shown it, with what never leaves the proxy. */
export interface KeptEvent extends EventView {
  /**
   * By what another report is known to be of the same: the incident of the device, or what
   * happened and when. Absent where nothing tells.
   */
  readonly key?: string | undefined;
  /** Path of a picture on the device. */
  readonly imageTarget?: string | undefined;
}

/** What the journal takes in at once, all or nothing. An event with an id that is there replaces it. */
export interface JournalBatch {
  readonly events: readonly KeptEvent[];
  readonly gaps: readonly EventGap[];
  /** The highest number that was ever given. */
  readonly latest: number;
}

export interface JournalPage {
  readonly events: readonly KeptEvent[];
  readonly gaps: readonly EventGap[];
}

/** Which events are asked for; what is absent does not matter. */
export interface KeptFilter {
  readonly topics?: readonly EventTopic[] | undefined;
  /** Of these cameras, and of these devices what is of none of their cameras. */
  readonly place?:
    | { readonly cameraIds: readonly string[]; readonly wholeDeviceIds: readonly string[] }
    | undefined;
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
}

/** The journal on disk. Numbers grow with each change of anything in it. */
export interface EventStore {
  readLatest(): Promise<number>;
  countEvents(): Promise<number>;
  save(batch: JournalBatch): Promise<void>;
  readEvent(eventId: string): Promise<KeptEvent | null>;
  /** In the order of their numbers; an id that is not there is passed over. */
  readEvents(eventIds: readonly string[]): Promise<readonly KeptEvent[]>;
  /** Events that carry one of these keys, the newest of each. */
  readByKeys(keys: readonly string[]): Promise<ReadonlyMap<string, KeptEvent>>;
  /** What changed after a number, oldest first, events and gaps together at most so many. */
  readAfter(number: number, most: number): Promise<JournalPage>;
  /** Newest first in steps, each a bounded piece of work, from below a number to the oldest. */
  find(filter: KeptFilter, before: number): AsyncIterable<readonly KeptEvent[]>;
  /** How many events of some cameras began within a time, counted up to so many. */
  countWithin(cameraIds: readonly string[], range: TimeRange, most: number): Promise<number>;
  /** Of one camera: the first that begins after an instant, or the last before it. */
  readBeside(cameraId: string, atMs: number, side: EventSide): Promise<PlacedEvent | null>;
  /** Gaps that reach into a time, newest first. */
  findGaps(range: { fromMs?: number; toMs?: number }, most: number): Promise<readonly EventGap[]>;
  /** Gaps that had not ended, or not been filled, when the proxy did. */
  readUnfinishedGaps(): Promise<readonly EventGap[]>;
  /** Number below which everything came before an instant; null where nothing did. */
  lastReceivedBefore(atMs: number): Promise<number | null>;
  /** Number below which everything is beyond the newest so many; null where there are not more. */
  lastBeyond(most: number): Promise<number | null>;
  /** Removes up to so many of the oldest. @returns how many events went */
  trim(upToNumber: number, most: number): Promise<number>;
  /** When each device last gave a sign of life to its listener. */
  readAlive(): Promise<ReadonlyMap<string, number>>;
  saveAlive(alive: ReadonlyMap<string, number>): Promise<void>;
  forgetAlive(deviceId: string): Promise<void>;
}
