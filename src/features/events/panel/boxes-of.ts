import type { EventFactView } from '../../../api/events.ts';
import type { PictureBox } from '../../../playback/place-box.ts';

/** Where in the picture a fact is about something. */
export function boxesOf(fact: EventFactView): readonly PictureBox[] {
  if (fact.topic === 'motion' || fact.topic === 'object') return fact.boxes;
  return fact.topic === 'plate' && fact.box !== undefined ? [fact.box] : [];
}

/** The cameras that an event is about: its own first, then those that the device ties to it. */
export function cameraIdsOf({
  cameraId,
  fact,
}: {
  readonly cameraId: string | null;
  readonly fact: EventFactView;
}): readonly string[] {
  const linked = 'linked' in fact ? fact.linked.map((each) => each.cameraId) : [];
  return [...new Set([cameraId, ...linked].filter((id) => id !== null))];
}
