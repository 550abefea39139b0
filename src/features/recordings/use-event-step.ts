import { useCallback, useEffect, useRef } from 'react';
import { findEventBeside } from '../../device-access/event-times.ts';
import { t } from '../../messages/t.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import { showToast } from '../../ui/toast-store.ts';
import { isKnown, nearestMark } from './nearest-mark.ts';
import type { EventMarks } from './use-event-marks.ts';

/** What is nearer is the event at which one stands already. */
const besideMs = 500;

/**
 * Goes to the event before or after the moment that is shown: of those that are marked, else of what
 * the journal has beyond them. Where there is none it says so and stays.
 */
export function useEventStep(
  cameraIds: readonly string[],
  events: EventMarks,
  clock: MasterClock,
): (direction: 1 | -1) => void {
  const latest = useRef({ cameraIds, events });
  useEffect(() => {
    latest.current = { cameraIds, events };
  });
  const asking = useRef<AbortController>(undefined);
  useEffect(() => () => asking.current?.abort(), []);
  return useCallback(
    (direction) => {
      asking.current?.abort();
      const fromMs = clock.state.atMs + besideMs * direction;
      const { cameraIds: ids, events: known } = latest.current;
      const marked = nearestMark(known.marks, fromMs, direction);
      if (marked !== null && isKnown(known.whole, fromMs)) clock.seek(marked);
      if (ids.length === 0 || (marked !== null && isKnown(known.whole, fromMs))) return;
      const ending = new AbortController();
      asking.current = ending;
      const side = direction === 1 ? 'after' : 'before';
      findEventBeside(ids, fromMs, side, ending.signal)
        .then((event) => {
          // A bookmark may be nearer than the next event.
          const found = [event?.atMs ?? null, marked].filter((ms) => ms !== null);
          const [nearest] = found.sort((one, other) => (one - other) * direction);
          if (nearest !== undefined) clock.seek(nearest);
          else showToast({ tone: 'done', text: t(`recordings.event.none.${side}`) });
        })
        .catch(() => {
          if (ending.signal.aborted) return;
          showToast({ tone: 'failed', text: t('recordings.event.failed') });
        });
    },
    [clock],
  );
}
