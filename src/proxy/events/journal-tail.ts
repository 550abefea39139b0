import type { EventGap } from '../../api/events.ts';
import type { JournalPage, KeptEvent } from '../store/event-store.ts';

/** More than a window is sent that was away, so that one that keeps up never reads the disk. */
const mostItems = 8000;

export type JournalItem =
  | { readonly number: number; readonly event: KeptEvent }
  | { readonly number: number; readonly gap: EventGap };

/** The newest of the journal, in the order of its numbers, once for all windows. */
export class JournalTail {
  #items: JournalItem[] = [];
  /** Everything with a higher number stands here. */
  #completeAfter: number;

  constructor(latest: number) {
    this.#completeAfter = latest;
  }

  add(items: readonly JournalItem[]): void {
    this.#items.push(...items);
    // In larger pieces, for each one moves the whole list.
    if (this.#items.length < mostItems * 1.25) return;
    const gone = this.#items.splice(0, this.#items.length - mostItems);
    this.#completeAfter = gone.at(-1)?.number ?? this.#completeAfter;
  }

  /** @returns null where it does not reach back so far */
  after(number: number, most: number): JournalPage | null {
    if (number < this.#completeAfter) return null;
    const start = this.#firstAfter(number);
    const items = this.#items.slice(start, start + most);
    return {
      events: items.flatMap((item) => ('event' in item ? [item.event] : [])),
      gaps: items.flatMap((item) => ('gap' in item ? [item.gap] : [])),
    };
  }

  /** How many there are after a number, as far as it reaches back. */
  countAfter(number: number): number {
    return this.#items.length - this.#firstAfter(number);
  }

  #firstAfter(number: number): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#items[middle]?.number ?? 0) > number) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
