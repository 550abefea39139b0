import { createStore } from 'zustand/vanilla';

const shownMs = 6000;
const most = 3;

export interface Toast {
  readonly id: number;
  readonly text: string;
  /** A failure stays until it is closed. */
  readonly tone: 'done' | 'failed';
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

export const toasts = createStore<{ readonly list: readonly Toast[] }>(() => ({ list: [] }));

let lastId = 0;

/** Tells a person what came of something that they did themselves. Never for alarms. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  const id = lastId;
  toasts.setState(({ list }) => ({ list: [...list, { ...toast, id }].slice(-most) }));
  if (toast.tone === 'done') setTimeout(() => closeToast(id), shownMs);
}

export function closeToast(id: number): void {
  toasts.setState(({ list }) => ({ list: list.filter((toast) => toast.id !== id) }));
}
