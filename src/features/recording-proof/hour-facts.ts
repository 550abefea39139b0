import type { CameraProof } from '../../api/recording-proof.ts';
import type { TimeRange } from '../../domain/recording.ts';
import { hourMs } from './proof-week.ts';

export type Shade = 'whole' | 'most' | 'some' | 'none' | 'unknown';

export interface HourFacts {
  readonly fromMs: number;
  /** Null where the device has not told. */
  readonly minutes: number | null;
  /** How many there can be: fewer in the hour that is now. */
  readonly possible: number;
  readonly shade: Shade;
  readonly failed: boolean;
}

/**
 * What is known of an hour.
 * @param range what was asked for, up to now
 * @returns null for one that has not begun
 */
export function hourFacts(
  index: number,
  minutes: readonly (number | null)[],
  failures: CameraProof['failures'],
  range: TimeRange,
): HourFacts | null {
  const fromMs = range.fromMs + index * hourMs;
  const toMs = Math.min(fromMs + hourMs, range.toMs);
  if (fromMs >= range.toMs) return null;
  // A minute is told when it is over, so the one that is now does not count.
  const possible = toMs < fromMs + hourMs ? Math.floor((toMs - fromMs) / 60_000) : 60;
  const recorded = minutes[index] ?? null;
  const failed = failures.some(
    (failure) => failure.fromMs < toMs && (failure.toMs === null || failure.toMs > fromMs),
  );
  const shade = shadeOf(recorded, possible);
  // The device tells a little later than the week was laid out: nobody reads “54 of 53”.
  const shown = recorded === null ? null : Math.min(recorded, possible);
  return { fromMs, minutes: shown, possible, shade, failed };
}

function shadeOf(minutes: number | null, possible: number): Shade {
  if (minutes === null || possible === 0) return 'unknown';
  // The clock of a device is another, and the hour that is now grows while it is told.
  if (minutes >= possible - (possible < 60 ? 2 : 0) && minutes > 0) return 'whole';
  if (minutes === 0) return 'none';
  return minutes * 2 >= possible ? 'most' : 'some';
}

export interface ProofSum {
  readonly recorded: number;
  readonly possible: number;
  /** Of a hundred, rounded down: only what is whole is a hundred. */
  readonly percent: number;
}

/** Of all hours that the device told of; null where it told of none. */
export function proofSum(hours: readonly (HourFacts | null)[]): ProofSum | null {
  const told = hours.flatMap((hour) => (hour && hour.minutes !== null ? [hour] : []));
  const possible = told.reduce((sum, hour) => sum + hour.possible, 0);
  if (possible === 0) return null;
  const recorded = told.reduce((sum, hour) => sum + Math.min(hour.possible, hour.minutes ?? 0), 0);
  return { recorded, possible, percent: Math.floor((recorded / possible) * 100) };
}

/** Whether anything is missing, or may be: what nobody knows is no proof. */
export function hasGaps({ found, failures }: CameraProof, range: TimeRange): boolean {
  if (found.state === 'failed' || failures.length > 0) return true;
  if (found.state === 'not-offered') return false;
  return found.minutes.some((_, index) => {
    const hour = hourFacts(index, found.minutes, failures, range);
    // The hour that is now is still written: devices list some files only when they end.
    return hour?.possible === 60 && hour.shade !== 'whole';
  });
}
