import { mostPanes, newPane, type Pane, type PanePreset, panePresets, readPane } from './pane.ts';

/** Changes when panes are stored in another shape; older ones are then given up. */
const version = 1;

export interface PaneList {
  readonly version: number;
  readonly panes: readonly Pane[];
}

/** What somebody sees who has set up nothing. */
export const usualPanes: PaneList = {
  version,
  panes: (['everything', 'faults', 'plates'] as const).map((preset, index) => ({
    ...newPane,
    id: `p${index + 1}`,
    topics: panePresets[preset],
  })),
};

/** What a browser had stored, put right; the usual panes where nothing of it can be used. */
export function readPaneList(stored: PaneList): PaneList {
  if (stored.version !== version || !Array.isArray(stored.panes)) return usualPanes;
  const byId = new Map<string, Pane>();
  for (const pane of stored.panes.map(readPane)) {
    if (pane !== null && !byId.has(pane.id)) byId.set(pane.id, pane);
  }
  const panes = [...byId.values()].slice(0, mostPanes);
  return panes.length === 0 ? usualPanes : { version, panes };
}

export function withPane(list: PaneList, preset: PanePreset): PaneList {
  if (list.panes.length >= mostPanes) return list;
  const numbers = list.panes.map(({ id }) => Number(id.slice(1)) || 0);
  const id = `p${Math.max(0, ...numbers) + 1}`;
  return { ...list, panes: [...list.panes, { ...newPane, id, topics: panePresets[preset] }] };
}

/** The last one stays: a page without panes shows nothing. */
export function withoutPane(list: PaneList, id: string): PaneList {
  if (list.panes.length < 2) return list;
  return { ...list, panes: list.panes.filter((pane) => pane.id !== id) };
}

export function changedPane(list: PaneList, id: string, change: Partial<Pane>): PaneList {
  return {
    ...list,
    panes: list.panes.map((pane) => (pane.id === id ? { ...pane, ...change } : pane)),
  };
}

/** @param by -1 towards the beginning, 1 towards the end */
export function movedPane(list: PaneList, id: string, by: -1 | 1): PaneList {
  const from = list.panes.findIndex((pane) => pane.id === id);
  const to = from + by;
  const pane = list.panes[from];
  if (pane === undefined || to < 0 || to >= list.panes.length) return list;
  return { ...list, panes: list.panes.toSpliced(from, 1).toSpliced(to, 0, pane) };
}
