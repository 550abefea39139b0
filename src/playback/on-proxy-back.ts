import { connectionState } from '../device-access/connection-state.ts';

/** Calls back, as long as the window lives, whenever the proxy answers again after it was lost. */
export function onProxyBack(listener: () => void): void {
  connectionState.subscribe((now, before) => {
    if (now.state === 'connected' && before.state === 'lost') listener();
  });
}
