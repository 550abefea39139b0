/** A wall that attends all its cameras says this much at once. */
const burst = 300;
/** A hand that steers says some twenty a second. */
const perSecond = 60;

/** How much one window may say. */
export class MessageBudget {
  #left = burst;
  #countedAtMs = performance.now();

  /** @returns whether one more is within it */
  spend(): boolean {
    const nowMs = performance.now();
    this.#left = Math.min(burst, this.#left + ((nowMs - this.#countedAtMs) / 1000) * perSecond);
    this.#countedAtMs = nowMs;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
