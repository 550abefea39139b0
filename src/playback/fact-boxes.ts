import type { EventFactView } from '../api/events.ts';
import type { PictureBox } from './place-box.ts';

/** Where in the picture a fact is about something. */
export function factBoxes(fact: EventFactView): readonly PictureBox[] {
  if (fact.topic === 'motion' || fact.topic === 'object') return fact.boxes;
  return fact.topic === 'plate' && fact.box !== undefined ? [fact.box] : [];
}
