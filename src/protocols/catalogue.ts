import { ipcam } from './ipcam/ipcam.ts';
import { plainStream } from './plain-stream/plain-stream.ts';
import type { Protocol } from './protocol.ts';

/** Every protocol that Watchfloor speaks: one line each. */
export const catalogue: readonly Protocol[] = [ipcam, plainStream];

export function protocolById(id: string): Protocol | undefined {
  return catalogue.find((protocol) => protocol.id === id);
}
