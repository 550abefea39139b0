import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';

/** A list whose older lines are read as they are reached. */
export interface LongList {
  readonly count: number;
  /** Stays the same for a line wherever it stands. */
  readonly keyOf: (index: number) => string | number;
  readonly older: 'waiting' | 'reading' | 'failed' | 'end';
  readonly readOlder: () => void;
}

/** This many lines before the end of what was read, older ones are asked for. */
const readAhead = 20;

/** A line that is drawn, or the room in px of those that are not, from one of them `at`. */
export type LinePart = { readonly index: number } | { readonly room: number; readonly at: number };

export interface LineWindow {
  readonly parts: readonly LinePart[];
  readonly measure: (element: Element | null) => void;
  readonly show: (index: number) => void;
}

/**
 * Draws only the lines near what is seen, and reads older ones as their turn comes.
 * @param keep a line that is always drawn, since it can have the focus
 */
export function useLineWindow(
  { count, keyOf, older, readOlder }: LongList,
  scroller: RefObject<HTMLElement | null>,
  lineHeight: number,
  keep = -1,
): LineWindow {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    getItemKey: keyOf,
    overscan: 6,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      return keep < 0 || keep >= count || near.includes(keep)
        ? near
        : [...near, keep].sort((a, b) => a - b);
    },
  });
  const lastSeen = virtual.range?.endIndex ?? -1;
  useEffect(() => {
    if (older === 'waiting' && lastSeen >= count - readAhead) readOlder();
  }, [older, lastSeen, count, readOlder]);
  return {
    parts: partsOf(virtual.getVirtualItems(), virtual.getTotalSize()),
    measure: virtual.measureElement,
    show: (index) => virtual.scrollToIndex(index),
  };
}

function partsOf(items: readonly VirtualItem[], height: number): LinePart[] {
  const parts: LinePart[] = [];
  let end = 0;
  let at = 0;
  for (const item of items) {
    if (item.start > end) parts.push({ room: item.start - end, at });
    parts.push({ index: item.index });
    end = item.end;
    at = item.index + 1;
  }
  if (height > end) parts.push({ room: height - end, at });
  return parts;
}
