import type { ExportView } from '../../api/exports.ts';
import { authorize } from '../access/authorize.ts';
import type { Caller } from '../access/caller.ts';
import type { CameraDirectory } from '../registry/camera-directory.ts';
import type { CameraJob, ExportJob } from './export-job.ts';

/** How far a running export is. */
export interface LiveState {
  readonly shares: ReadonlyMap<string, number>;
  /** That have come of files that are not whole yet, by camera. */
  readonly bytes: ReadonlyMap<string, number>;
}

/** A month of a camera that records when something moves has thousands, and nobody reads them here. */
const mostGaps = 10;
const nothing: LiveState = { shares: new Map(), bytes: new Map() };

/** Only who may export every camera of it learns that there is an export. */
export function mayReach(
  caller: Caller,
  { cameras }: { readonly cameras: readonly Pick<CameraJob, 'cameraId'>[] },
  directory: Pick<CameraDirectory, 'standing'>,
): boolean {
  if (caller.kind === 'nobody') return false;
  return cameras.every(({ cameraId }) => {
    const standing = directory.standing(cameraId);
    // Of a camera that is gone nobody can say whose it was.
    if (!standing) return caller.sees === 'all' && authorize(caller, 'export');
    return authorize(caller, 'export', standing);
  });
}

export function exportView(job: ExportJob, live = nothing): ExportView {
  const cameras = job.cameras.map((camera) => ({
    cameraId: camera.cameraId,
    name: camera.name,
    state: camera.state,
    files: camera.files.length,
    bytes:
      camera.files.reduce((sum, { bytes }) => sum + bytes, 0) +
      (live.bytes.get(camera.cameraId) ?? 0),
    problem: camera.problem,
    gaps: camera.gaps.slice(0, mostGaps),
    moreGaps: Math.max(0, camera.gaps.length - mostGaps),
    untoldFromMs: camera.untoldFromMs,
  }));
  return {
    id: job.id,
    name: job.name,
    by: job.by,
    createdAtMs: job.createdAtMs,
    endedAtMs: job.endedAtMs,
    fromMs: job.fromMs,
    toMs: job.toMs,
    recipient: job.recipient,
    purpose: job.purpose,
    state: job.state,
    progress: progressOf(job, live),
    bytes: cameras.reduce((sum, { bytes }) => sum + bytes, 0),
    cameras,
    expiresAtMs: job.expiresAtMs,
  };
}

function progressOf({ cameras, state }: ExportJob, { shares }: LiveState): number | null {
  if (state === 'waiting' || state === 'interrupted') return null;
  if (state !== 'running') return 1;
  const parts = cameras.map(({ cameraId, state: own }) =>
    own === 'waiting' || own === 'running' ? (shares.get(cameraId) ?? 0) : 1,
  );
  return parts.reduce((sum, part) => sum + part, 0) / Math.max(1, parts.length);
}
