import { useEffect, useState } from 'react';
import type { TimelineView } from './timeline-axis.ts';
import type { TimelineStore } from './timeline-store.ts';

const restMs = 150;

/**
 * Something of the view of a timeline, as text, once the view has come to rest: what is asked for
 * with every step of a zoom is thrown away with the next.
 * @param textOf the same function each time
 */
export function useRestingView(
  timeline: TimelineStore,
  textOf: (view: TimelineView) => string,
): string {
  const [text, setText] = useState(() => textOf(timeline.getState().view));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => setText(textOf(timeline.getState().view));
    const end = timeline.subscribe(({ view }, before) => {
      if (view === before.view) return;
      clearTimeout(timer);
      timer = setTimeout(settle, restMs);
    });
    settle();
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [timeline, textOf]);
  return text;
}
