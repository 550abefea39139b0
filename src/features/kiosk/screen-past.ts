import { createStore } from 'zustand/vanilla';

/** What this window has shown before, so that a screen that was removed says so. */
export const screenPast = createStore<{ readonly name: string | null }>(() => ({ name: null }));
