/** What the list of a window has room for; older ones are read from the journal. */
export const mostEvents = 2000;

interface Numbered {
  readonly id: string;
  readonly number: number;
}

/** The newest of what was told, in the order of their numbers; one that grew takes its own place. */
export class Newest<Item extends Numbered> {
  private readonly byId = new Map<string, Item>();
  leftOut = 0;

  add(items: readonly Item[]): void {
    for (const item of items) {
      // Deleted first, so that the map stays in the order of the numbers.
      this.byId.delete(item.id);
      this.byId.set(item.id, item);
    }
    for (const id of this.byId.keys()) {
      if (this.byId.size <= mostEvents) return;
      this.byId.delete(id);
      this.leftOut += 1;
    }
  }

  clear(): void {
    this.byId.clear();
    this.leftOut = 0;
  }

  get items(): readonly Item[] {
    return [...this.byId.values()];
  }
}
