import type { CameraView } from '../../api/camera.ts';
import type { Problem } from '../../api/problem.ts';
import type { CameraSpans } from '../../api/recordings.ts';
import { gapsBetween } from '../../domain/recorded-gaps.ts';
import type { TimeRange } from '../../domain/recording.ts';

/** What can be said of one camera before its recordings are taken out. */
export type CameraFinding = { readonly camera: CameraView } & (
  | { readonly kind: 'no-export' | 'not-asked' | 'asking' | 'not-told' | 'nothing' | 'whole' }
  | { readonly kind: 'failed'; readonly problem: Problem | null }
  | {
      readonly kind: 'gaps';
      readonly gaps: readonly TimeRange[];
      readonly byMinute: boolean;
      /** From when on the device has not told yet; null where it has told all. */
      readonly untoldFromMs: number | null;
    }
);

/** Clocks of devices are known to the second: less is no gap. */
const leastGapMs = 1000;

/**
 * @param range null while nobody knows which it is to be
 * @param found undefined while the devices are asked, null where nobody could be asked
 */
export function findingsOf(
  cameras: readonly CameraView[],
  range: TimeRange | null,
  found: readonly CameraSpans[] | null | undefined,
): CameraFinding[] {
  return cameras.map((camera) => {
    if (!camera.offers.exports) return { camera, kind: 'no-export' };
    if (range === null) return { camera, kind: 'not-asked' };
    if (found === undefined) return { camera, kind: 'asking' };
    const own = found?.find(({ cameraId }) => cameraId === camera.id)?.found;
    if (own === undefined) return { camera, kind: 'failed', problem: null };
    if (own.state === 'not-offered') return { camera, kind: 'not-told' };
    if (own.state === 'failed') return { camera, kind: 'failed', problem: own.problem };
    return { camera, ...coverage(range, own) };
  });
}

type Listed = Extract<CameraSpans['found'], { state: 'listed' }>;

function coverage({ fromMs, toMs }: TimeRange, { spans, precision, knownToMs }: Listed) {
  const toldToMs = Math.min(toMs, Math.max(fromMs, knownToMs));
  const all = gapsBetween(
    { fromMs, toMs: toldToMs },
    spans.map(([begin, end]) => ({ fromMs: begin, toMs: end })),
  );
  const gaps = all.filter((gap) => gap.toMs - gap.fromMs >= leastGapMs);
  const [first] = gaps;
  const isUntold = toMs - toldToMs >= leastGapMs;
  if (!isUntold && gaps.length === 0) return { kind: 'whole' } as const;
  if (!isUntold && first?.fromMs === fromMs && first.toMs === toMs) {
    return { kind: 'nothing' } as const;
  }
  const untoldFromMs = isUntold ? toldToMs : null;
  return { kind: 'gaps', gaps, byMinute: precision === 'minute', untoldFromMs } as const;
}
