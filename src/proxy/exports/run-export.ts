import { type ToldGaps, toldGaps } from '../../domain/recorded-gaps.ts';
import { zoneText } from '../../domain/zone-text.ts';
import { type Recorder, recorderOf } from '../recordings/recorder.ts';
import type { Recordings } from '../recordings/recordings.ts';
import type { CameraDirectory, FoundCamera } from '../registry/camera-directory.ts';
import { deviceErrorOf, deviceProblem } from '../registry/device-error-of.ts';
import { RequestFault } from '../request-fault.ts';
import { type CameraEnd, type CameraWork, stoppedFault, unlessStopped } from './camera-work.ts';
import { exportByList } from './export-by-list.ts';
import { exportByTalk } from './export-by-talk.ts';
import { exportCopies } from './export-copies.ts';
import type { CameraJob, ExportJob } from './export-job.ts';

export interface RunDependencies {
  readonly directory: Pick<CameraDirectory, 'camera'>;
  readonly recordings: Pick<Recordings, 'spans'>;
  readonly siteZone: string;
  /** Between two looks whether a copy is ready. */
  readonly copyPauseMs: number;
  readonly now: () => number;
}

type Run = Omit<
  CameraWork,
  'camera' | 'channel' | 'recorder' | 'place' | 'onBytes' | 'progress'
> & {
  readonly progress: (camera: CameraJob, share: number) => void;
  readonly onBytes: (camera: CameraJob, bytes: number) => void;
  /** A camera has begun or ended. */
  readonly settled: () => Promise<void>;
};

/** Fetches what is still missing, camera after camera; the failure of one stops no other. */
export async function runExport(run: Run, dependencies: RunDependencies): Promise<void> {
  for (const [index, camera] of run.job.cameras.entries()) {
    if (camera.state === 'done' || camera.state === 'no-footage') continue;
    if (run.signal.aborted) return;
    camera.state = 'running';
    camera.problem = null;
    await run.settled();
    try {
      camera.state = await fetchCamera(run, camera, `camera-${index + 1}`, dependencies);
    } catch (failure) {
      if (run.signal.aborted) return;
      camera.state = 'failed';
      camera.problem = problemOf(failure);
    }
    await run.settled();
  }
}

async function fetchCamera(
  run: Run,
  camera: CameraJob,
  place: string,
  dependencies: RunDependencies,
): Promise<CameraEnd> {
  const { directory, siteZone, copyPauseMs } = dependencies;
  const found = directory.camera(camera.cameraId);
  if (!found) throw new RequestFault('not-found');
  const recorder = withClockOf(camera, recorderOf(found, siteZone));
  camera.device = deviceFacts(found, recorder);
  const work: CameraWork = {
    ...run,
    ...{ camera, recorder, place, channel: found.camera.row.channel },
    progress: (share) => run.progress(camera, share),
    onBytes: (bytes) => run.onBytes(camera, bytes),
  };
  const { openExport } = recorder.operations;
  const begunAtMs = dependencies.now();
  const end = camera.copies
    ? await exportCopies(work, copyPauseMs)
    : openExport
      ? await exportByTalk(work, openExport)
      : await exportByList(work);
  if (run.signal.aborted) throw stoppedFault();
  const told = gapsOf(run.job, camera, found, begunAtMs, dependencies);
  Object.assign(camera, await unlessStopped(told, run.signal));
  return end;
}

/**
 * A clock is measured again and again, each time a little otherwise. What came by an earlier try was
 * corrected and named by what was known then, and one camera of a pack has one clock.
 */
function withClockOf({ files, begun, device }: CameraJob, recorder: Recorder): Recorder {
  if (files.length === 0 && begun === null) return recorder;
  return { ...recorder, clockOffsetMs: device.clockOffsetMs };
}

export function deviceFacts(
  { device }: FoundCamera,
  { zoneName, clockOffsetMs }: Pick<Recorder, 'zoneName' | 'clockOffsetMs'>,
): CameraJob['device'] {
  const { identity } = device.status;
  return {
    name: device.row.name,
    protocol: device.row.protocolId,
    firmware: identity?.firmware ?? null,
    zone: zoneText(identity?.zone) ?? zoneName,
    clockOffsetMs,
  };
}

/**
 * As the device lists what it recorded; where it does not, as its files have it.
 * @param begunAtMs what was recorded later cannot be among the files, and is not known to be
 */
async function gapsOf(
  job: ExportJob,
  { files }: CameraJob,
  found: FoundCamera,
  begunAtMs: number,
  { recordings }: Pick<RunDependencies, 'recordings'>,
): Promise<ToldGaps> {
  const [listed] = await recordings.spans([found], { fromMs: job.fromMs, toMs: job.toMs });
  if (listed?.found.state === 'listed') {
    const { spans, knownToMs } = listed.found;
    const recorded = spans.map(([fromMs, toMs]) => ({ fromMs, toMs }));
    return toldGaps(job, recorded, Math.min(knownToMs, begunAtMs));
  }
  const shown = files.flatMap(({ range }) => range ?? []);
  const isTold = shown.length > 0 && shown.length === files.length;
  return toldGaps(job, shown, isTold ? begunAtMs : job.fromMs);
}

function problemOf(failure: unknown) {
  if (failure instanceof RequestFault) return failure.toProblem();
  return deviceProblem(deviceErrorOf(failure));
}
