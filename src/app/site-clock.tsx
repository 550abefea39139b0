import { useStore } from 'zustand';
import { connectionState } from '../device-access/connection-state.ts';
import { clockInZone } from '../domain/zone-time.ts';
import { t } from '../messages/t.ts';
import { useSecond } from '../ui/use-second.ts';

/** The server's time in the site's zone, with seconds: a frozen screen shows at once. */
export function SiteClock({ zone = 'UTC' }: { readonly zone?: string | undefined }) {
  const skewMs = useStore(connectionState, (state) => state.clockSkewMs);
  const atMs = useSecond(skewMs);
  return (
    <time
      dateTime={new Date(atMs).toISOString()}
      title={t('shell.clock', { zone })}
      className="flex shrink-0 items-baseline gap-1.5"
    >
      <span className="text-sm font-semibold text-text">{clockInZone(atMs, zone)}</span>
      <span className="text-text-3">{zone}</span>
    </time>
  );
}
