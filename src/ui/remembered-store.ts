import { createStore, type StoreApi } from 'zustand/vanilla';

/** A store that this browser keeps under a key; what is missing of it is as usual. */
export function rememberedStore<T extends object>(storageKey: string, usual: T): StoreApi<T> {
  const store = createStore<T>(() => readStored(storageKey, usual));
  store.subscribe((state) => {
    try {
      localStorage.setItem(storageKey, JSON.stringify(state));
    } catch {
      // A browser without storage forgets; everything works all the same.
      return;
    }
  });
  return store;
}

function readStored<T extends object>(storageKey: string, usual: T): T {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...usual, ...stored } : usual;
  } catch {
    return usual;
  }
}
