import type { KeptEvent, KeptFilter } from './event-store.ts';

/** Whether an event is one that is asked for, wherever it is kept. */
export function fitsFilter(event: KeptEvent, filter: KeptFilter): boolean {
  const { topics, fromMs, toMs } = filter;
  return (
    (topics === undefined || topics.includes(event.fact.topic)) &&
    fitsPlace(event, filter) &&
    (fromMs === undefined || Math.max(event.atMs, event.endMs ?? 0) >= fromMs) &&
    (toMs === undefined || event.atMs < toMs)
  );
}

function fitsPlace({ cameraId, deviceId }: KeptEvent, { place }: KeptFilter): boolean {
  if (place === undefined) return true;
  return cameraId === null
    ? place.wholeDeviceIds.includes(deviceId)
    : place.cameraIds.includes(cameraId);
}
