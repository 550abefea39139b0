/** How loud something is, for whoever draws it: too often for a store that renders. */
export class LevelFeed {
  readonly #listeners = new Set<(level: number) => void>();

  set(level: number): void {
    for (const listener of this.#listeners) listener(level);
  }

  /** @returns what ends the calls */
  readonly subscribe = (listener: (level: number) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
