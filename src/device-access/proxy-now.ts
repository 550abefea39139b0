import { connectionState } from './connection-state.ts';

/** The proxy's clock at this moment, which all times of devices follow, epoch ms. */
export function proxyNowMs(): number {
  return Date.now() + connectionState.getState().clockSkewMs;
}
