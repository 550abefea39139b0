import type { BookmarkContent } from '../../api/bookmarks.ts';
import type { CameraView } from '../../api/camera.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';

export function whenText(
  { fromMs, toMs }: Pick<BookmarkContent, 'fromMs' | 'toMs'>,
  zone: string,
): string {
  const from = momentInZone(fromMs, zone);
  return toMs === null
    ? t('bookmarks.when', { from, zone })
    : t('bookmarks.when.range', { from, to: momentInZone(toMs, zone), zone });
}

export function camerasText(cameraIds: readonly string[], cameras: readonly CameraView[]): string {
  const names = cameraIds.map(
    (id) => cameras.find((camera) => camera.id === id)?.name ?? t('bookmarks.camera.gone'),
  );
  return new Intl.ListFormat('en').format(names);
}

/** In which a bookmark is told: that of its first camera, else of the site. */
export function zoneOf(
  { cameraIds }: Pick<BookmarkContent, 'cameraIds'>,
  cameras: readonly CameraView[],
  siteZone: string,
): string {
  return cameras.find(({ id }) => id === cameraIds[0])?.zone ?? siteZone;
}
