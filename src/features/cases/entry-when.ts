import type { CameraView } from '../../api/camera.ts';
import type { CaseEntry } from '../../api/cases.ts';
import { clockInZone, isoInZone, momentInZone, zoneOffsetMinutes } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';

type Times = Pick<CaseEntry, 'fromMs' | 'toMs'>;

/** Under the heading of its day: an end on another day names that day. */
export function clockText({ fromMs, toMs }: Times, zone: string): string {
  const from = clockInZone(fromMs, zone);
  if (toMs === null) return from;
  const dayOf = (ms: number) => isoInZone(ms, zone).slice(0, 10);
  const sameDay = dayOf(fromMs) === dayOf(toMs);
  const to = sameDay ? clockInZone(toMs, zone) : momentInZone(toMs, zone);
  return t('cases.when.range', { from, to });
}

/** What the clocks showed where it was recorded; null where they agree with those of the site. */
export function thereText(times: Times, zone: string, there: string | null): string | null {
  const { fromMs } = times;
  if (there === null || zoneOffsetMinutes(fromMs, there) === zoneOffsetMinutes(fromMs, zone)) {
    return null;
  }
  return t('cases.when.there', { when: momentInZone(fromMs, there), zone: there });
}

export function camerasText(cameraIds: readonly string[], cameras: readonly CameraView[]): string {
  const names = cameraIds.map(
    (id) => cameras.find((camera) => camera.id === id)?.name ?? t('cases.camera.gone'),
  );
  return new Intl.ListFormat('en').format(names);
}
