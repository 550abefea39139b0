import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import type { SessionView } from '../api/session.ts';
import { orderedExports } from '../device-access/ordered-exports.ts';
import { mayIn } from '../device-access/use-session.ts';
import { t } from '../messages/t.ts';
import { ToastRegion } from '../ui/toast.tsx';
import { Banners } from './banners.tsx';
import { ForbiddenPage } from './forbidden-page.tsx';
import { Navigation } from './navigation.tsx';
import { rightFor } from './place-rights.ts';
import { StatusStrip } from './status-strip.tsx';
import { useAlarmDock } from './use-alarm-dock.ts';

const alarms = () => import('./alarm-parts.tsx');
const AlarmParts = lazy(async () => ({ default: (await alarms()).AlarmParts }));
const AlarmStrip = lazy(async () => ({ default: (await alarms()).ShellAlarmStrip }));
const ExportEnds = lazy(async () => ({
  default: (await import('./export-parts.tsx')).ExportEnds,
}));
const ConfirmPasswordDialog = lazy(async () => ({
  default: (await import('./account-routes.tsx')).ConfirmPasswordDialog,
}));

export interface ShellProps {
  readonly session: Extract<SessionView, { state: 'signed-in' }>;
}

/** The frame around every page: where to go, the work area, and how things stand. */
export function Shell({ session }: ShellProps) {
  const path = useLocation({ select: (location) => location.pathname });
  const verb = rightFor(path);
  const dock = useAlarmDock(path);
  const hasOrdered = useStore(orderedExports, ({ ids }) => ids.length > 0);
  return (
    <div className="shell">
      <a href="#work" className="shell-skip">
        {t('shell.skip')}
      </a>
      <Navigation path={path} session={session} />
      <div className="shell-banners">
        <Banners />
      </div>
      <div id="work" tabIndex={-1} className="shell-work">
        <Suspense fallback={null}>
          {verb === 'self' || mayIn(session, verb) ? (
            <Outlet />
          ) : (
            <ForbiddenPage verb={verb} session={session} />
          )}
        </Suspense>
      </div>
      <div className={dock.open ? 'shell-dock shell-chrome' : 'contents'}>
        <Suspense fallback={null}>
          <AlarmParts dock={dock} />
        </Suspense>
      </div>
      <StatusStrip>
        <Suspense fallback={null}>
          <AlarmStrip dock={dock} />
        </Suspense>
      </StatusStrip>
      <ToastRegion closeLabel={t('shell.close')} />
      {hasOrdered && (
        <Suspense fallback={null}>
          <ExportEnds />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <ConfirmPasswordDialog />
      </Suspense>
    </div>
  );
}
