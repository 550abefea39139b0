import type { CameraView } from '../api/camera.ts';
import type { Site } from '../api/site.ts';
import { connectionState } from '../device-access/connection-state.ts';
import { fetchSnapshot } from '../device-access/fetch-snapshot.ts';
import { problemOf } from '../device-access/request-problem.ts';
import { snapshotFileName } from '../domain/snapshot-file-name.ts';
import { problemText } from '../messages/problem-text.ts';
import { t } from '../messages/t.ts';
import { showToast } from '../ui/toast-store.ts';
import { grabFrame } from './grab-frame.ts';

/**
 * Saves a still of a camera as a file, at the device's own resolution where it gives one, else the
 * picture on screen, and says what came of it.
 */
export async function takeSnapshot(camera: CameraView, site: Site | undefined): Promise<void> {
  const atMs = Date.now() + connectionState.getState().clockSkewMs;
  const zone = camera.zone ?? site?.zone ?? 'UTC';
  let refusal: string | null = null;
  let picture: Blob | null = null;
  if (camera.hasSnapshot) {
    try {
      picture = await fetchSnapshot(camera.id);
    } catch (fault) {
      refusal = problemText(problemOf(fault)).what;
    }
  }
  const own = picture !== null;
  picture ??= await grabFrame(camera.id);
  if (picture === null) {
    const text =
      refusal === null
        ? t('wall.snapshot.nothing', { camera: camera.name })
        : t('wall.snapshot.failed', { camera: camera.name, problem: refusal });
    showToast({ tone: 'failed', text });
    return;
  }
  const names = { site: site?.name ?? '', camera: camera.name, atMs, zone };
  const file = snapshotFileName({ ...names, mediaType: picture.type });
  saveAs(picture, file);
  showToast({
    tone: 'done',
    text: t(own ? 'wall.snapshot.saved' : 'wall.snapshot.frame', { file }),
  });
}

function saveAs(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has its own hold on the blob by the time that a minute is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
