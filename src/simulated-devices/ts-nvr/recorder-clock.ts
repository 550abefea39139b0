/** The recorder's own clock, which may be wrong. */
export class RecorderClock {
  /** By how much it is ahead of the site's; negative where it is late. */
  aheadMs: number;
  readonly #siteNow: () => number;

  constructor(siteNow: () => number, aheadMs: number) {
    this.#siteNow = siteNow;
    this.aheadMs = aheadMs;
  }

  readonly now = (): number => this.#siteNow() + this.aheadMs;
}
