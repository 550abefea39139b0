import { useQuery } from '@tanstack/react-query';
import type { CameraView } from '../../api/camera.ts';
import { recordedRangeQuery } from '../../device-access/recording-queries.ts';
import type { TimeRange } from '../../domain/recording.ts';
import { useSettled } from '../../playback/use-settled.ts';
import { type CameraFinding, findingsOf } from './camera-findings.ts';

/** A time is typed letter by letter; only what it comes to is asked for. */
const typingMs = 400;
/** Is never asked for. */
const noRange: TimeRange = { fromMs: 0, toMs: 1 };

/** What is known of the cameras over a range; null while it cannot be read. */
export function useFindings(
  cameras: readonly CameraView[],
  range: TimeRange | null,
): readonly CameraFinding[] {
  const ids = cameras.map(({ id }) => id).sort();
  const wish = range === null ? '' : JSON.stringify([ids, range.fromMs, range.toMs]);
  const settled = useSettled(wish, typingMs);
  const isSettled = wish !== '' && settled === wish && ids.length > 0;
  const found = useQuery({
    ...recordedRangeQuery(ids, range ?? noRange),
    enabled: isSettled,
  });
  const told = !isSettled ? undefined : found.error === null ? found.data : null;
  return findingsOf(cameras, range, told);
}
