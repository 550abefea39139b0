import type { TourStop } from '../../domain/tour.ts';

/** The device's own scale of speeds ends here. */
export const fastest = 14;
export const longestDwellSeconds = 3600;

export function changeStop(
  stops: readonly TourStop[],
  index: number,
  change: Partial<TourStop>,
): readonly TourStop[] {
  return stops.map((stop, at) => (at === index ? { ...stop, ...change } : stop));
}

export function removeStop(stops: readonly TourStop[], index: number): readonly TourStop[] {
  return stops.filter((_, at) => at !== index);
}

/** Exchanges a stop with its neighbour; at the ends it stays. */
export function moveStop(
  stops: readonly TourStop[],
  index: number,
  by: 1 | -1,
): readonly TourStop[] {
  const [one, other] = [stops[index], stops[index + by]];
  if (one === undefined || other === undefined) return stops;
  return stops.with(index, other).with(index + by, one);
}

/** A whole number within its range; what is no number becomes the least. */
export function within(value: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(0, Math.round(value))) : 0;
}
