import type { KeptEvent, KeptFilter } from '../store/event-store.ts';

/** Whether an event that is not on disk yet is one that is asked for there. */
export function fitsFilter(event: KeptEvent, filter: KeptFilter): boolean {
  const { topics, cameraIds, fromMs, toMs } = filter;
  return (
    (topics === undefined || topics.includes(event.fact.topic)) &&
    (cameraIds === undefined || (event.cameraId !== null && cameraIds.includes(event.cameraId))) &&
    (fromMs === undefined || Math.max(event.atMs, event.endMs ?? 0) >= fromMs) &&
    (toMs === undefined || event.atMs < toMs)
  );
}
