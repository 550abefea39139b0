import type { ReportedEvent } from '../../domain/device-event.ts';
import type { EventReader } from '../event-operations.ts';
import { type EventLine, readEventLine } from './event-line.ts';
import { LineSplitter } from './line-splitter.ts';
import type { LocalClock } from './local-clock.ts';

/** A line with the instants that it belongs to. */
export interface TimedLine extends EventLine {
  /** By the device's own clock; absent where its zone is not known. */
  readonly deviceAtMs: number | undefined;
  readonly receivedAtMs: number;
}

/** What a kind of line means; null for kinds that are not known. */
export type LineMeaning = (line: TimedLine) => readonly ReportedEvent[] | null;

/** Boundaries and headers, where each line is a part of a multipart stream. */
const framing = /^(?:--\S|content-[a-z]{1,32}:)/i;

/** Reads an event stream of numbered lines, plain or as parts of a multipart stream. */
export class EventLineReader implements EventReader {
  readonly #lines = new LineSplitter();
  readonly #clock: LocalClock;
  readonly #meaning: LineMeaning;
  #count: number | undefined;
  #lost = 0;
  #unread = 0;

  constructor(clock: LocalClock, meaning: LineMeaning) {
    this.#clock = clock;
    this.#meaning = meaning;
  }

  get lost(): number {
    return this.#lost;
  }

  get unread(): number {
    return this.#unread + this.#lines.dropped;
  }

  read(text: string, receivedAtMs: number): readonly ReportedEvent[] {
    return this.#lines.push(text).flatMap((line) => this.#readLine(line, receivedAtMs));
  }

  #readLine(text: string, receivedAtMs: number): readonly ReportedEvent[] {
    const line = readEventLine(text);
    if (line === undefined) {
      if (!framing.test(text)) this.#unread += 1;
      return [];
    }
    this.#follow(line.count);
    const deviceAtMs = this.#clock.instantOf(line.localMs, receivedAtMs);
    const events = this.#meaning({ ...line, deviceAtMs, receivedAtMs });
    if (events === null) this.#unread += 1;
    return events ?? [];
  }

  /** A number below the last one is a server that began anew, and no loss. */
  #follow(count: number): void {
    if (this.#count !== undefined && count > this.#count) this.#lost += count - this.#count - 1;
    this.#count = count;
  }
}
