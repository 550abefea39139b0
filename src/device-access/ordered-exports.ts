import { createStore } from 'zustand/vanilla';

/** The exports that were ordered in this window and whose end it has not told yet. */
export const orderedExports = createStore<{ readonly ids: readonly string[] }>(() => ({ ids: [] }));

export function noteOrdered(exportId: string): void {
  orderedExports.setState(({ ids }) => ({ ids: [...new Set([...ids, exportId])] }));
}

export function forgetOrdered(exportId: string): void {
  orderedExports.setState(({ ids }) => ({ ids: ids.filter((id) => id !== exportId) }));
}
