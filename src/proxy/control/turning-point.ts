/** Lets others wait for a condition, which is looked at again whenever something has changed. */
export class TurningPoint {
  readonly #waiting = new Set<() => void>();

  changed(): void {
    for (const wake of [...this.#waiting]) wake();
    this.#waiting.clear();
  }

  /** @returns whether it holds, after `withinMs` at the latest */
  async until(holds: () => boolean, withinMs: number): Promise<boolean> {
    let late: NodeJS.Timeout | undefined;
    const isLate = new Promise<'late'>((resolve) => {
      late = setTimeout(() => resolve('late'), withinMs);
    });
    while (!holds()) {
      const next = new Promise<void>((resolve) => this.#waiting.add(resolve));
      if ((await Promise.race([next, isLate])) === 'late') break;
    }
    clearTimeout(late);
    return holds();
  }
}
