import type { EventView } from '../../../api/events.ts';

/** The cameras that an event is about: its own first, then those that the device ties to it. */
export function cameraIdsOf({ cameraId, fact }: EventView): readonly string[] {
  const linked = 'linked' in fact ? fact.linked.map((each) => each.cameraId) : [];
  return [...new Set([cameraId, ...linked].filter((id) => id !== null))];
}
