import { DeviceError } from '../../domain/device-error.ts';
import type { ReportedEvent } from '../../domain/device-event.ts';
import type { EventReader } from '../event-operations.ts';
import { LineSplitter } from '../parsing/line-splitter.ts';
import { EventChanges } from './event-changes.ts';
import { readEventData } from './event-data.ts';

/** Boundaries and headers of the parts. */
const framing = /^(?:--\S|content-[a-z]{1,32}:)/i;

/**
 * Reads `eventdata.cgi` (5.4.2). Each line tells the state of one group, so that nothing has to
 * wait for the end of a part.
 */
export class EventDataReader implements EventReader {
  readonly #lines = new LineSplitter();
  readonly #changes = new EventChanges();
  readonly #isWhole: boolean;
  #unread = 0;

  /** @param isWhole whether each text is a reply and ends its last line, or a piece of a stream */
  constructor(isWhole: boolean) {
    this.#isWhole = isWhole;
  }

  get unread(): number {
    return this.#unread + this.#lines.dropped;
  }

  read(text: string, receivedAtMs: number): readonly ReportedEvent[] {
    const lines = this.#lines.push(this.#isWhole ? `${text}\n` : text);
    return lines
      .filter((line) => !framing.test(line))
      .flatMap((line) => this.#readLine(line, receivedAtMs));
  }

  #readLine(line: string, receivedAtMs: number): readonly ReportedEvent[] {
    try {
      return this.#changes.of(readEventData(line, 'ipcamera.events'), receivedAtMs);
    } catch (failure) {
      if (!(failure instanceof DeviceError)) throw failure;
      this.#unread += 1;
      return [];
    }
  }
}
