import type { CameraView } from '../../api/camera.ts';
import type { Problem } from '../../api/problem.ts';
import type { CameraSpans } from '../../api/recordings.ts';
import { toldGaps } from '../../domain/recorded-gaps.ts';
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

function coverage(range: TimeRange, { spans, precision, knownToMs }: Listed) {
  const recorded = spans.map(([fromMs, toMs]) => ({ fromMs, toMs }));
  const { gaps, untoldFromMs } = toldGaps(range, recorded, knownToMs);
  const [first] = gaps;
  const isTold = untoldFromMs === null;
  if (isTold && first === undefined) return { kind: 'whole' } as const;
  if (isTold && first?.fromMs === range.fromMs && first.toMs === range.toMs) {
    return { kind: 'nothing' } as const;
  }
  return { kind: 'gaps', gaps, byMinute: precision === 'minute', untoldFromMs } as const;
}
