/** How many streams of their own connection may be opening at once in one window. */
const connectsAtOnce = 8;
/** A place is given up after this long, so that slow cameras do not hold back the others. */
const placeMs = 2500;

/** Spreads the opening of a wall over time: sixteen decoders that start at once all start late. */
export class ConnectGate {
  private readonly enteredAtMs = new Map<string, number>();

  enter(tile: string, nowMs: number): boolean {
    for (const [other, sinceMs] of this.enteredAtMs) {
      if (nowMs - sinceMs > placeMs) this.enteredAtMs.delete(other);
    }
    if (this.enteredAtMs.size >= connectsAtOnce) return false;
    this.enteredAtMs.set(tile, nowMs);
    return true;
  }

  leave(tile: string): void {
    this.enteredAtMs.delete(tile);
  }
}
