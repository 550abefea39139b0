import type { TourView } from '../../api/presets.ts';
import { t } from '../../messages/t.ts';

/** What a tour is called; one without a name goes by its kind and number. */
export function tourName({ name, kind, number, way }: TourView): string {
  if (name !== '') return name;
  return way === undefined ? t(`ptz.tour.${kind}`, { number }) : t(`ptz.tour.patrol.${way}`);
}
