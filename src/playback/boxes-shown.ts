import { rememberedStore } from '../ui/remembered-store.ts';

/** Whether boxes of motion are drawn over live pictures, as this browser remembers of its person. */
export const boxesShown = rememberedStore('watchfloor.boxes', { on: false });
