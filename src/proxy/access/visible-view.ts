import type { View, ViewCell } from '../../domain/view.ts';
import { authorize } from './authorize.ts';
import type { Caller } from './caller.ts';

/**
 * A view as one caller knows it: places of cameras that are not theirs are empty. Null where
 * nothing would be left of it, and for a screen that was paired for another one.
 */
export function visibleView(view: View, caller: Caller): View | null {
  if (caller.kind === 'kiosk' && caller.kiosk.viewId !== view.id) return null;
  const cells = view.cells.map((cell) => (isSeen(cell, caller) ? cell : null));
  const wasEmpty = view.cells.every((cell) => cell === null);
  return wasEmpty || cells.some((cell) => cell !== null) ? { ...view, cells } : null;
}

/** What somebody saves over a view, without that being lost of it which they could not see. */
export function savedView(next: View, before: View, caller: Caller): View {
  const cells = [...next.cells];
  before.cells.forEach((held, index) => {
    if (isSeen(held, caller) || (next.cells[index] ?? null) !== null) return;
    while (cells.length < index) cells.push(null);
    cells[index] = held;
  });
  return { ...next, cells };
}

function isSeen(cell: ViewCell | null, caller: Caller): boolean {
  return cell === null || authorize(caller, 'view', { id: cell.cameraId, isDraft: false });
}
