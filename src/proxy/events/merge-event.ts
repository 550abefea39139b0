import type { KeptEvent } from '../store/event-store.ts';
import type { NewEvent } from './normalise.ts';

/** A log is as exact as a second. */
const sameMomentMs = 1000;

/**
 * What another report of an incident makes of the event that is kept.
 * @returns under its old number; null where it says nothing new, so that the journal stays as it is
 */
export function mergeEvent(kept: KeptEvent, report: NewEvent): KeptEvent | null {
  const { isLate, isSnapshot } = report;
  const isNewer = momentOf(report) > momentOf(kept) + sameMomentMs;
  // A log, and what is told anew with each subscription, repeat what was said before.
  if (isLate && !isNewer) return null;
  if (isSnapshot && JSON.stringify(kept.fact) === JSON.stringify(report.fact)) return null;
  const endMs = later(kept.endMs, report.endMs);
  const imageTarget = report.imageTarget ?? kept.imageTarget;
  return {
    ...kept,
    atMs: Math.min(kept.atMs, report.atMs),
    ...(endMs === undefined ? {} : { endMs }),
    receivedAtMs: Math.max(kept.receivedAtMs, report.receivedAtMs),
    count: kept.count + 1,
    fact: report.fact,
    hasImage: imageTarget !== undefined,
    ...(imageTarget === undefined ? {} : { imageTarget }),
  };
}

function momentOf({ atMs, endMs }: Pick<KeptEvent, 'atMs' | 'endMs'>): number {
  return Math.max(atMs, endMs ?? atMs);
}

function later(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.max(one, other);
}
