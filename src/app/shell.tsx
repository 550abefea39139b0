import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense } from 'react';
import { sessionQuery } from '../device-access/account.ts';
import { t } from '../messages/t.ts';
import { ToastRegion } from '../ui/toast.tsx';
import { Banners } from './banners.tsx';
import { Navigation } from './navigation.tsx';
import { StatusStrip } from './status-strip.tsx';

/** The frame around every page: where to go, the work area, and how things stand. */
export function Shell() {
  const path = useLocation({ select: (location) => location.pathname });
  const session = useQuery(sessionQuery());
  if (path === '/kiosk') {
    return (
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    );
  }
  if (session.data === undefined) return null;
  if (session.data.state === 'kiosk') return <Navigate to="/kiosk" replace />;
  return (
    <div className="shell">
      <a href="#work" className="shell-skip">
        {t('shell.skip')}
      </a>
      <Navigation path={path} />
      <div className="shell-banners">
        <Banners />
      </div>
      <div id="work" tabIndex={-1} className="shell-work">
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </div>
      <StatusStrip />
      <ToastRegion closeLabel={t('shell.close')} />
    </div>
  );
}
