const perMs = 60_000;
const mostPerRule = 20;

/**
 * How much a rule may still send. A thousand alarms at once must not become a thousand commands to a
 * device, nor may a chain of rules that nobody thought of go round without end.
 */
export class RuleBudget {
  readonly #now: () => number;
  readonly #sentAtMs = new Map<string, number[]>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @returns `over` where it was the first that was too much since some were left */
  spend(ruleId: string): 'left' | 'over' | 'still-over' {
    const nowMs = this.#now();
    for (const [id, times] of this.#sentAtMs) {
      const newest = times.at(-1);
      if (newest === undefined || nowMs - newest >= perMs) this.#sentAtMs.delete(id);
    }
    const recent = (this.#sentAtMs.get(ruleId) ?? []).filter((atMs) => nowMs - atMs < perMs);
    // One more than it may send stands for the line that says so.
    const verdict =
      recent.length < mostPerRule ? 'left' : recent.length === mostPerRule ? 'over' : 'still-over';
    if (verdict !== 'still-over') recent.push(nowMs);
    this.#sentAtMs.set(ruleId, recent);
    return verdict;
  }
}
