import type { ViewContent } from '../../api/view.ts';

const mostEdits = 50;

/** A change of one view; null means that the view did not exist, or no longer does. */
export interface ViewEdit {
  readonly viewId: string;
  readonly before: ViewContent | null;
  readonly after: ViewContent | null;
}

export interface EditHistory {
  readonly past: readonly ViewEdit[];
  readonly future: readonly ViewEdit[];
}

export const emptyHistory: EditHistory = { past: [], future: [] };

/** Remembers an edit; what was undone before it can no longer be redone. */
export function record(history: EditHistory, edit: ViewEdit): EditHistory {
  return { past: [...history.past, edit].slice(-mostEdits), future: [] };
}

/** Takes the last edit back. */
export function stepBack(history: EditHistory): { edit: ViewEdit; history: EditHistory } | null {
  const edit = history.past.at(-1);
  if (edit === undefined) return null;
  return {
    edit,
    history: { past: history.past.slice(0, -1), future: [...history.future, edit] },
  };
}

/** Makes the edit again that was taken back last. */
export function stepForward(history: EditHistory): { edit: ViewEdit; history: EditHistory } | null {
  const edit = history.future.at(-1);
  if (edit === undefined) return null;
  return {
    edit,
    history: { past: [...history.past, edit], future: history.future.slice(0, -1) },
  };
}

/** A removed view comes back under another id; its older edits follow it. */
export function renameView(history: EditHistory, from: string, to: string): EditHistory {
  const follow = (edit: ViewEdit) => (edit.viewId === from ? { ...edit, viewId: to } : edit);
  return { past: history.past.map(follow), future: history.future.map(follow) };
}
