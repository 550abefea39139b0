import type { QueryClient } from '@tanstack/react-query';
import { createStore } from 'zustand/vanilla';
import type { SeenProblem } from '../../api/problem.ts';
import type { ViewContent } from '../../api/view.ts';
import { createView, removeView, saveView } from '../../device-access/commands.ts';
import { viewsQuery } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import type { View } from '../../domain/view.ts';
import {
  type EditHistory,
  emptyHistory,
  record,
  renameView,
  stepBack,
  stepForward,
  type ViewEdit,
} from './edit-history.ts';

export interface EditFault {
  readonly during: 'save' | 'create' | 'remove';
  readonly name: string;
  readonly problem: SeenProblem;
}

interface EditState {
  /** What this window has changed and the server does not hold yet, by view. */
  readonly drafts: Readonly<Record<string, ViewContent>>;
  readonly history: EditHistory;
}

export interface ViewEditsParts {
  readonly queryClient: QueryClient;
  /** Whether what is changed is for everybody; else it stays in this window, and nothing is sent. */
  readonly shared: boolean;
  readonly onFault: (fault: EditFault) => void;
}

/**
 * Changes views at once on screen and saves them behind it, one request per view at a time, the
 * newest content last. What cannot be saved stays on screen until `saveAll` succeeds.
 */
export class ViewEdits {
  readonly state = createStore<EditState>(() => ({ drafts: {}, history: emptyHistory }));
  readonly shared: boolean;
  private readonly queryClient: QueryClient;
  private readonly onFault: (fault: EditFault) => void;
  private readonly saving = new Set<string>();

  constructor({ queryClient, shared, onFault }: ViewEditsParts) {
    this.queryClient = queryClient;
    this.shared = shared;
    this.onFault = onFault;
  }

  view(viewId: string): View | undefined {
    return this.withDrafts(this.stored()).find((view) => view.id === viewId);
  }

  /** The stored views with what is not saved yet laid over them. */
  withDrafts(views: readonly View[], drafts = this.state.getState().drafts): readonly View[] {
    return views.map((view) => {
      const draft = drafts[view.id];
      return draft === undefined ? view : { ...draft, id: view.id };
    });
  }

  change(viewId: string, after: ViewContent): void {
    const view = this.view(viewId);
    if (view === undefined) return;
    this.remember({ viewId, before: contentOf(view), after });
    this.draft(viewId, after);
  }

  async create(content: ViewContent): Promise<View | null> {
    const view = await this.make(content);
    if (view !== null) this.remember({ viewId: view.id, before: null, after: content });
    return view;
  }

  async remove(viewId: string): Promise<boolean> {
    const view = this.view(viewId);
    if (view === undefined || !(await this.drop(viewId, view.name))) return false;
    this.remember({ viewId, before: contentOf(view), after: null });
    return true;
  }

  /** @returns the view that was touched, to be shown; null where nothing was left to undo. */
  undo(): Promise<string | null> {
    const step = stepBack(this.state.getState().history);
    return step === null
      ? Promise.resolve(null)
      : this.travel(step.history, step.edit, step.edit.before);
  }

  redo(): Promise<string | null> {
    const step = stepForward(this.state.getState().history);
    return step === null
      ? Promise.resolve(null)
      : this.travel(step.history, step.edit, step.edit.after);
  }

  saveAll(): void {
    if (!this.shared) return;
    for (const viewId of Object.keys(this.state.getState().drafts)) void this.save(viewId);
  }

  /** Shows a view as the server holds it. */
  putBack(viewId: string): void {
    const view = this.stored().find((each) => each.id === viewId);
    if (view !== undefined) this.change(viewId, contentOf(view));
    if (!this.shared) this.forget(viewId);
  }

  private async travel(history: EditHistory, edit: ViewEdit, content: ViewContent | null) {
    this.state.setState({ history });
    if (content === null) {
      await this.drop(edit.viewId, edit.before?.name ?? edit.after?.name ?? '');
      return null;
    }
    if (this.view(edit.viewId) !== undefined) {
      this.draft(edit.viewId, content);
      return edit.viewId;
    }
    const view = await this.make(content);
    if (view === null) return null;
    this.state.setState((state) => ({ history: renameView(state.history, edit.viewId, view.id) }));
    return view.id;
  }

  private draft(viewId: string, content: ViewContent): void {
    this.state.setState(({ drafts }) => ({ drafts: { ...drafts, [viewId]: content } }));
    if (this.shared) void this.save(viewId);
  }

  private async save(viewId: string): Promise<void> {
    if (this.saving.has(viewId)) return;
    this.saving.add(viewId);
    try {
      for (
        let content = this.state.getState().drafts[viewId];
        content !== undefined;
        content = this.state.getState().drafts[viewId]
      ) {
        const saved = await saveView(viewId, content);
        this.store((views) => views.map((view) => (view.id === viewId ? saved : view)));
        if (this.state.getState().drafts[viewId] === content) this.forget(viewId);
      }
    } catch (fault) {
      const problem = problemOf(fault);
      const name = this.view(viewId)?.name ?? '';
      if (problem.kind === 'not-found') this.forget(viewId);
      this.onFault({ during: 'save', name, problem });
    } finally {
      this.saving.delete(viewId);
    }
  }

  private async make(content: ViewContent): Promise<View | null> {
    try {
      const view = await createView(content);
      this.store((views) => [...views.filter((each) => each.id !== view.id), view]);
      return view;
    } catch (fault) {
      this.onFault({ during: 'create', name: content.name, problem: problemOf(fault) });
      return null;
    }
  }

  private async drop(viewId: string, name: string): Promise<boolean> {
    try {
      await removeView(viewId);
    } catch (fault) {
      const problem = problemOf(fault);
      if (problem.kind !== 'not-found') {
        this.onFault({ during: 'remove', name, problem });
        return false;
      }
    }
    this.forget(viewId);
    this.store((views) => views.filter((view) => view.id !== viewId));
    return true;
  }

  private remember(edit: ViewEdit): void {
    this.state.setState((state) => ({ history: record(state.history, edit) }));
  }

  private forget(viewId: string): void {
    this.state.setState((state) => {
      const { [viewId]: _, ...drafts } = state.drafts;
      return { drafts };
    });
  }

  private stored(): readonly View[] {
    return this.queryClient.getQueryData(viewsQuery().queryKey) ?? [];
  }

  private store(change: (views: readonly View[]) => readonly View[]): void {
    this.queryClient.setQueryData(viewsQuery().queryKey, (views) =>
      views === undefined ? views : asStored(change(views)),
    );
  }
}

/** The cache holds what the schema says, whose arrays are not read-only. */
function asStored(views: readonly View[]) {
  return views.map((view) => ({ ...view, cells: [...view.cells] }));
}

export function contentOf({ name, layout, cells, alarmPolicy }: View): ViewContent {
  return { name, layout, cells: [...cells], alarmPolicy };
}
