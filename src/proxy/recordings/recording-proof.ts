import type { RecordingProof } from '../../api/recording-proof.ts';
import type { TimeRange } from '../../domain/recording.ts';
import type { EventJournal } from '../events/event-journal.ts';
import type { FoundCamera } from '../registry/camera-directory.ts';
import type { KeptEvent } from '../store/event-store.ts';
import { recordedMinutes } from './recorded-minutes.ts';
import { recordingFailures } from './recording-failures.ts';
import type { Recordings } from './recordings.ts';

/** How long before a range a failure may have been reported that still goes on in it. */
const lookBackMs = 7 * 24 * 60 * 60_000;
/** A device that reports without end must not keep the proxy from everything else. */
const mostEvents = 20_000;

interface Dependencies {
  readonly recordings: Pick<Recordings, 'spans'>;
  readonly journal: Pick<EventJournal, 'find'>;
  readonly now: () => number;
}

/** What the devices recorded of each hour, beside what they reported of failures. */
export async function recordingProof(
  cameras: readonly FoundCamera[],
  asked: TimeRange,
  { recordings, journal, now }: Dependencies,
): Promise<RecordingProof> {
  const range = { fromMs: asked.fromMs, toMs: Math.max(asked.fromMs, Math.min(asked.toMs, now())) };
  const [found, events] = await Promise.all([
    recordings.spans(cameras, range),
    eventsOf(cameras, range, journal),
  ]);
  return {
    ...range,
    cameras: found.map(({ cameraId, zone, found }) => ({
      cameraId,
      zone,
      found:
        found.state === 'listed'
          ? { state: 'listed', minutes: recordedMinutes(found, range) }
          : found,
      failures: [...recordingFailures(events.get(cameraId) ?? [], range)],
    })),
  };
}

async function eventsOf(
  cameras: readonly FoundCamera[],
  { fromMs, toMs }: TimeRange,
  journal: Dependencies['journal'],
): Promise<ReadonlyMap<string, readonly KeptEvent[]>> {
  const cameraIds = cameras.map(({ camera }) => camera.row.id);
  const byCamera = new Map<string, KeptEvent[]>(cameraIds.map((id) => [id, []]));
  const filter = {
    topics: ['recording'] as const,
    place: { cameraIds, wholeDeviceIds: [] },
    fromMs: fromMs - lookBackMs,
    toMs,
  };
  let count = 0;
  for await (const step of journal.find(filter, Number.MAX_SAFE_INTEGER)) {
    for (const event of step) byCamera.get(event.cameraId ?? '')?.push(event);
    count += step.length;
    if (count >= mostEvents) break;
  }
  return byCamera;
}
