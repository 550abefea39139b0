import { mulawSamplesPerSecond } from '../../domain/sound.ts';

export const mulawRate = mulawSamplesPerSecond;
export const listenProcessor = 'listen';
export const talkProcessor = 'talk';

/** What the scripts that make sound say of it, some times a second. */
export interface WorkletReport {
  /** 0 for silence to 1 for as loud as can be. */
  readonly level: number;
  /** Whether there is sound to play, and not the silence of something that is late. */
  readonly isFlowing: boolean;
}

export function isWorkletReport(message: unknown): message is WorkletReport {
  return typeof message === 'object' && message !== null && 'level' in message;
}
