import { ipcam } from './ipcam/ipcam.ts';
import { ipcamera } from './ipcamera/ipcamera.ts';
import { plainStream } from './plain-stream/plain-stream.ts';
import type { Protocol } from './protocol.ts';
import { securityspy } from './securityspy/securityspy.ts';
import { securityspyLegacy } from './securityspy-legacy/securityspy-legacy.ts';
import { tsapi } from './tsapi/tsapi.ts';

/** Every protocol that Watchfloor speaks: one line each. */
export const catalogue: readonly Protocol[] = [
  tsapi,
  securityspy,
  securityspyLegacy,
  ipcamera,
  ipcam,
  plainStream,
];

export function protocolById(id: string): Protocol | undefined {
  return catalogue.find((protocol) => protocol.id === id);
}
