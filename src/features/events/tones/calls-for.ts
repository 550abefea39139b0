import type { EventView } from '../../../api/events.ts';
import { fitsFilter } from '../../../device-access/event-queries.ts';
import type { Pane } from '../panes/pane.ts';

/** Whether a pane has a tone for an event: not for how things stood, nor for what a log told later. */
export function callsFor(pane: Pane, event: EventView): boolean {
  if (!pane.tone || pane.paused || event.isSnapshot || event.isLate) return false;
  const { topics, cameraIds } = pane;
  return fitsFilter(event, {
    ...(topics.length > 0 && { topics: [...topics] }),
    ...(cameraIds.length > 0 && { cameraIds: [...cameraIds] }),
  });
}
