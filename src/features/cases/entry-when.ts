import type { CameraView } from '../../api/camera.ts';
import type { CaseEntry } from '../../api/cases.ts';
import { clockInZone, isoInZone, momentInZone, zoneOffsetMinutes } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';

type Times = Pick<CaseEntry, 'fromMs' | 'toMs'>;

/** Under the heading of its day: an end on another day names that day. */
export function clockText({ fromMs, toMs }: Times, zone: string): string {
  const from = clockInZone(fromMs, zone);
  if (toMs === null) return from;
  const isThatDay = dayOf(fromMs, zone) === dayOf(toMs, zone);
  const to = isThatDay ? clockInZone(toMs, zone) : momentInZone(toMs, zone);
  return t('cases.when.range', { from, to });
}

/** `2026-11-20` of an instant in a zone. */
export function dayOf(epochMs: number, zone: string): string {
  return isoInZone(epochMs, zone).slice(0, 10);
}

/** What the clocks showed where it was recorded; null where they agree with those of the site. */
export function thereText(fromMs: number, zone: string, there: string | null): string | null {
  if (there === null || zoneOffsetMinutes(fromMs, there) === zoneOffsetMinutes(fromMs, zone)) {
    return null;
  }
  const isThatDay = dayOf(fromMs, there) === dayOf(fromMs, zone);
  const when = isThatDay ? clockInZone(fromMs, there) : momentInZone(fromMs, there);
  return t('cases.when.there', { when, zone: there });
}

export function camerasText(cameraIds: readonly string[], cameras: readonly CameraView[]): string {
  const names = cameraIds.map(
    (id) => cameras.find((camera) => camera.id === id)?.name ?? t('cases.camera.gone'),
  );
  return new Intl.ListFormat('en').format(names);
}
