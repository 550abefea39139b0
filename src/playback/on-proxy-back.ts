import { connectionState } from '../device-access/connection-state.ts';

/** Calls back whenever the proxy answers again after it was lost. @returns a function that ends it */
export function onProxyBack(listener: () => void): () => void {
  return connectionState.subscribe((now, before) => {
    if (now.state === 'connected' && before.state === 'lost') listener();
  });
}
