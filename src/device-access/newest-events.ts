/** What a window has room for; older ones are read from the journal. */
export const mostEvents = 5000;
/** What one list has room for, however few there are. */
export const mostOfOne = 2000;

interface Numbered {
  readonly id: string;
  readonly number: number;
}

/** The newest of what was told, in the order of their numbers; one that grew takes its own place. */
export class Newest<Item extends Numbered> {
  private readonly byId = new Map<string, Item>();
  private most = mostOfOne;
  private shown: readonly Item[] | null = null;
  leftOut = 0;

  add(items: readonly Item[]): void {
    if (items.length === 0) return;
    this.shown = null;
    for (const item of items) {
      // Deleted first, so that the map stays in the order of the numbers.
      this.byId.delete(item.id);
      this.byId.set(item.id, item);
    }
    this.cut();
  }

  /** Makes room for others: many of one kind push out none of another. */
  limit(most: number): void {
    this.most = most;
    this.cut();
  }

  clear(): void {
    this.shown = null;
    this.byId.clear();
    this.leftOut = 0;
  }

  /** The same array as long as nothing came. */
  get items(): readonly Item[] {
    this.shown ??= [...this.byId.values()];
    return this.shown;
  }

  private cut(): void {
    for (const id of this.byId.keys()) {
      if (this.byId.size <= this.most) return;
      this.shown = null;
      this.byId.delete(id);
      this.leftOut += 1;
    }
  }
}
