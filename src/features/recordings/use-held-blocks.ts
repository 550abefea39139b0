import { useEffect, useState } from 'react';
import { blocksOf } from './lanes.ts';
import type { TimelineStore } from './timeline-store.ts';

/** What is no longer seen is kept for so long: whoever zooms in will soon zoom out. */
const keptMs = 10_000;
/** Three months: beyond, what is far away is let go at once. */
const mostBlocks = 24;

/**
 * The blocks of time that a timeline needs, in their order. While the view moves they are only added
 * to, so that no frame of a zoom has to join the lanes anew.
 */
export function useHeldBlocks(timeline: TimelineStore): readonly number[] {
  const [blocks, setBlocks] = useState(() => seen(timeline));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let held = seen(timeline);
    const hold = (next: readonly number[]) => {
      held = next;
      setBlocks((shown) => (areSame(shown, next) ? shown : next));
    };
    const follow = () => {
      const needed = seen(timeline);
      hold(grown(held, needed));
      clearTimeout(timer);
      if (held.length > needed.length) timer = setTimeout(() => hold(seen(timeline)), keptMs);
    };
    const end = timeline.subscribe(({ view }, before) => {
      if (view !== before.view) follow();
    });
    follow();
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [timeline]);
  return blocks;
}

function seen(timeline: TimelineStore): readonly number[] {
  const { fromMs, toMs } = timeline.getState().view;
  return blocksOf(fromMs, toMs);
}

function areSame(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some[0] === others[0];
}

function grown(held: readonly number[], needed: readonly number[]): readonly number[] {
  const first = Math.min(held[0] ?? 0, needed[0] ?? 0);
  const count = Math.max(held.at(-1) ?? 0, needed.at(-1) ?? 0) - first + 1;
  return count > mostBlocks ? needed : Array.from({ length: count }, (_, at) => first + at);
}
