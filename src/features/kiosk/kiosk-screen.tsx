import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { useStore } from 'zustand';
import type { SessionView } from '../../api/session.ts';
import { connectionState } from '../../device-access/connection-state.ts';
import { siteQuery } from '../../device-access/queries.ts';
import { classNames } from '../../ui/class-names.ts';
import { KioskClock } from './kiosk-clock.tsx';
import { KioskWall } from './kiosk-wall.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { screenPast } from './screen-past.ts';
import { SelfHealing } from './self-healing.tsx';
import { useIdleCursor } from './use-idle-cursor.ts';
import { useOwnSession } from './use-own-session.ts';
import { useWakeLock } from './use-wake-lock.ts';

export interface KioskScreenProps {
  readonly session: Extract<SessionView, { state: 'kiosk' }>;
}

/** One view and nothing else, for months: it mends itself and has nothing to press. */
export function KioskScreen({ session }: KioskScreenProps): ReactElement {
  const { kiosk, viewId } = session;
  const site = useQuery(siteQuery());
  const { state, sinceMs, versionChanged } = useStore(connectionState);
  const cursorHidden = useIdleCursor();
  useOwnSession(session);
  useWakeLock();
  useEffect(() => screenPast.setState({ name: kiosk.name }), [kiosk.name]);
  useEffect(() => {
    // Nobody is there to press a button for the new version.
    if (versionChanged) window.location.reload();
  }, [versionChanged]);
  const zone = site.data?.zone;
  return (
    <main
      aria-label={kiosk.name}
      data-kiosk={kiosk.id}
      className={classNames('kiosk', cursorHidden && 'kiosk-idle')}
    >
      <SelfHealing>
        <KioskWall viewId={viewId} />
      </SelfHealing>
      {state === 'lost' && <OfflineBanner sinceMs={sinceMs} zone={zone} />}
      {zone !== undefined && <KioskClock zone={zone} />}
    </main>
  );
}
