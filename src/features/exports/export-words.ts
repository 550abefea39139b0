import type { CameraView } from '../../api/camera.ts';
import type { ExportView } from '../../api/exports.ts';
import { standingOf } from '../../device-access/export-standing.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { bytesText, lengthText } from './quantity-text.ts';

/** What the list calls it: what people named it, else its cameras. */
export function nameOf({ name, cameras }: Pick<ExportView, 'name' | 'cameras'>): string {
  if (name !== '') return name;
  const names = cameras.map((camera) => camera.name);
  return t('exports.unnamed', { cameras: new Intl.ListFormat('en').format(names) });
}

/** In which an export is told: that of its first camera, else of the site. */
export function zoneOf(
  { cameras: [first] }: Pick<ExportView, 'cameras'>,
  cameras: readonly CameraView[],
  siteZone: string,
): string {
  return cameras.find(({ id }) => id === first?.cameraId)?.zone ?? siteZone;
}

export function whenText({ fromMs, toMs }: ExportView, zone: string): string {
  return t('exports.when', {
    from: momentInZone(fromMs, zone),
    to: momentInZone(toMs, zone),
    ...{ zone, length: lengthText(toMs - fromMs) },
  });
}

/** One sentence on how it stands or how it ended. */
export function toldText(found: ExportView): string {
  const { cameras, progress, bytes } = found;
  const count = (state: ExportView['cameras'][number]['state']) =>
    cameras.filter((camera) => camera.state === state).length;
  const standing = standingOf(found);
  if (standing === 'running') {
    const values = { bytes: bytesText(bytes) };
    // Until a device tells how far it is, or where it never does.
    if (!progress) return t('exports.told.running', values);
    return t('exports.told.running.share', { ...values, percent: Math.floor(progress * 100) });
  }
  if (standing === 'partly') return t('exports.told.partly', { count: count('failed') });
  const isUntold = cameras.some(({ untoldFromMs = null }) => untoldFromMs !== null);
  if (standing === 'nothing' && isUntold) return t('exports.told.nothing.untold');
  if (standing !== 'done') return t(`exports.told.${standing}`);
  if (isUntold) return t('exports.told.done.untold');
  const without = count('no-footage');
  if (without > 0) return t('exports.told.done.without', { count: without });
  const hasGaps = cameras.some(({ gaps }) => gaps.length > 0);
  return t(hasGaps ? 'exports.told.done.gaps' : 'exports.told.done');
}
