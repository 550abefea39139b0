const mostEntries = 500;

/** What was done, newest last; the oldest entries go. */
export class BoundedLog<T> {
  readonly #entries: T[] = [];

  get entries(): readonly T[] {
    return this.#entries;
  }

  add(entry: T): void {
    this.#entries.push(entry);
    if (this.#entries.length > mostEntries) this.#entries.shift();
  }
}
