import { createStore } from 'zustand/vanilla';

export interface ConnectionState {
  readonly state: 'connecting' | 'connected' | 'lost';
  /** Since when the state holds, epoch ms by this window's clock. */
  readonly sinceMs: number;
  readonly serverVersion: string | null;
  /** The proxy came back as another version than this window was loaded from. */
  readonly versionChanged: boolean;
  /** The proxy's clock minus this window's, ms; 0 until the proxy has said its time. */
  readonly clockSkewMs: number;
}

/** What this window knows of its connection to the proxy. Written by the changes socket alone. */
export const connectionState = createStore<ConnectionState>(() => ({
  state: 'connecting',
  sinceMs: Date.now(),
  serverVersion: null,
  versionChanged: false,
  clockSkewMs: 0,
}));
