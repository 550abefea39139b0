import { rememberedStore } from '../../ui/remembered-store.ts';

/** Who hands recordings over from this place: the only answer that is the same again and again. */
export const submitterMemory = rememberedStore('watchfloor.export-submitter', { submitter: '' });
