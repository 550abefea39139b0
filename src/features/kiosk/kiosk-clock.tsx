import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { connectionState } from '../../device-access/connection-state.ts';
import { clockInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { useSecond } from '../../ui/use-second.ts';

/** The server's time in the zone of the site, with seconds: a frozen screen shows at once. */
export function KioskClock({ zone }: { readonly zone: string }): ReactElement {
  const atMs = useSecond(useStore(connectionState, ({ clockSkewMs }) => clockSkewMs));
  return (
    <time
      dateTime={new Date(atMs).toISOString()}
      title={t('shell.clock', { zone })}
      className="kiosk-clock"
    >
      <span className="font-semibold">{clockInZone(atMs, zone)}</span>{' '}
      <span className="text-sm text-text-2">{zone}</span>
    </time>
  );
}
