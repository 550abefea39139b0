import { type HandoverNote, longestNote } from '../../api/shift-report.ts';
import { type Audit, signatureOf } from '../access/audit.ts';
import type { PersonCaller } from '../access/caller.ts';
import { cleanLines } from '../registry/clean-name.ts';
import { RequestFault } from '../request-fault.ts';
import type { HandoverStore } from '../store/handover-store.ts';

export interface HandoverParts {
  readonly store: HandoverStore;
  readonly audit: Pick<Audit, 'write'>;
  readonly keepDays: number;
  readonly now: () => number;
}

const dayMs = 24 * 60 * 60_000;
const minuteMs = 60_000;
/** More than people write, and a bound for what a program could fill the disk with. */
const mostPerMinute = 10;
const newest = 50;
/** The record needs a bounded room; the note itself is whole in its own place. */
const longestRecorded = 500;

/** Notes that one shift leaves to the next. */
export class HandoverDesk {
  readonly #parts: HandoverParts;

  constructor(parts: HandoverParts) {
    this.#parts = parts;
  }

  /** @throws RequestFault `too-many-requests`, `invalid-input` for a text of which nothing shows */
  async add(by: PersonCaller, address: string, written: string): Promise<HandoverNote> {
    const text = cleanLines(written, longestNote);
    if (text === '') throw new RequestFault('invalid-input', 'text');
    const { store, audit, keepDays, now } = this.#parts;
    const atMs = now();
    const recent = await store.read(atMs - minuteMs, atMs + 1);
    if (recent.length >= mostPerMinute) {
      throw new RequestFault('too-many-requests', undefined, {
        retryAfterMs: (recent[0]?.atMs ?? atMs) + minuteMs - atMs,
      });
    }
    const { id, name } = by.person;
    const note = { atMs, by: { id, name }, text };
    await store.add(note);
    await store.forget(atMs - keepDays * dayMs);
    await audit.write({
      ...signatureOf(by, address),
      operation: 'handover.note',
      parameters: { text: text.slice(0, longestRecorded) },
      outcome: 'done',
      detail: '',
      revealed: false,
    });
    return note;
  }

  readNewest(): Promise<readonly HandoverNote[]> {
    return this.#parts.store.readNewest(newest);
  }
}
