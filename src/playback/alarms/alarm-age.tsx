import { type ReactElement, useSyncExternalStore } from 'react';
import { connectionState } from '../../device-access/connection-state.ts';
import { durationText } from '../../ui/ago-text.ts';
import { onHeartbeat } from '../heartbeat.ts';

const minuteMs = 60_000;
const hourMs = 3_600_000;

/** How long ago by the proxy's clock. It counts by itself, and is drawn only when its text changes. */
export function AlarmAge({ atMs }: { readonly atMs: number }): ReactElement {
  const ageMs = useSyncExternalStore(onHeartbeat, () => roundedDown(proxyNowMs() - atMs));
  return <>{durationText(ageMs)}</>;
}

function roundedDown(ms: number): number {
  const unit = ms < minuteMs ? 1000 : ms < hourMs ? minuteMs : hourMs;
  return Math.max(0, Math.floor(ms / unit) * unit);
}

function proxyNowMs(): number {
  return Date.now() + connectionState.getState().clockSkewMs;
}
