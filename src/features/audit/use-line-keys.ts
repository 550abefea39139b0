import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

export interface LineKeys {
  /** The one line that Tab reaches. */
  readonly active: number;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * One stop for Tab in all the lines; the arrow keys go from one to the next, Page keys by ten.
 * @param open index of the open line, -1 for none
 * @param from index of the line that somebody comes back from, which gets the focus; -1 for none
 */
export function useLineKeys(
  list: RefObject<HTMLElement | null>,
  count: number,
  open: number,
  from: number,
): LineKeys & { readonly moved: RefObject<boolean>; readonly focusActive: () => boolean } {
  const [chosen, setChosen] = useState<number | null>(from < 0 ? null : from);
  const moved = useRef(from >= 0);
  const active = Math.min(chosen ?? Math.max(open, 0), count - 1);
  useEffect(() => {
    if (open >= 0) setChosen(open);
  }, [open]);
  return {
    active,
    moved,
    focusActive: () => {
      const line = list.current?.querySelector<HTMLElement>(`[data-line="${active}"]`);
      line?.focus();
      return line !== undefined && line !== null;
    },
    onKeyDown: (event) => {
      const next = targetOf(event.key, active, count);
      if (next === undefined) return;
      event.preventDefault();
      moved.current = true;
      setChosen(next);
    },
  };
}

function targetOf(key: string, at: number, count: number): number | undefined {
  const last = count - 1;
  if (key === 'ArrowDown') return Math.min(at + 1, last);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'PageDown') return Math.min(at + 10, last);
  if (key === 'PageUp') return Math.max(at - 10, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? last : undefined;
}
