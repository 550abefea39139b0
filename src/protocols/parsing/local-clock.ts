const minuteMs = 60_000;
/** By how much summer time moves a clock: an hour, and half of one on Lord Howe Island. */
const shiftsMinutes = [0, 60, -60, 30, -30] as const;
/** A clock that was set, or a line that came late, moves by other amounts. */
const toleranceMs = 5 * minuteMs;

/**
 * Makes instants of the local time that a device writes without its offset. What is written comes
 * at once, so the offset of the beginning is followed through changes of summer time by our clock.
 */
export class LocalClock {
  #offsetMs: number | undefined;
  #aheadMs: number;

  /**
   * @param offsetMinutes of the device's zone, east of UTC; undefined where it is not known
   * @param aheadMs by how much its clock is ahead of ours
   */
  constructor(offsetMinutes: number | undefined, aheadMs = 0) {
    this.#offsetMs = offsetMinutes === undefined ? undefined : offsetMinutes * minuteMs;
    this.#aheadMs = aheadMs;
  }

  /** @returns epoch ms by the device's clock; undefined where its zone is not known */
  instantOf(localMs: number, receivedAtMs: number): number | undefined {
    if (this.#offsetMs === undefined) return undefined;
    const driftMs = localMs - this.#offsetMs - receivedAtMs - this.#aheadMs;
    const shiftMs =
      shiftsMinutes
        .map((minutes) => minutes * minuteMs)
        .find((shift) => Math.abs(driftMs - shift) <= toleranceMs) ?? 0;
    this.#offsetMs += shiftMs;
    this.#aheadMs += driftMs - shiftMs;
    return localMs - this.#offsetMs;
  }
}
