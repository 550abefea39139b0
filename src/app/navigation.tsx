import { Link, useNavigate } from '@tanstack/react-router';
import { Activity, Bell, Cctv, Film, LayoutGrid, ScrollText, Users } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { SessionView } from '../api/session.ts';
import { mayIn } from '../device-access/use-session.ts';
import { t } from '../messages/t.ts';
import { rightFor } from './place-rights.ts';

const places = [
  { to: '/', also: ['/live', '/cam'], icon: LayoutGrid, name: 'shell.live' },
  {
    to: '/playback',
    also: ['/playback', '/exports', '/cases'],
    icon: Film,
    name: 'shell.playback',
  },
  { to: '/alarms', also: ['/alarms', '/reports'], icon: Bell, name: 'shell.alarms' },
  { to: '/events', also: ['/events'], icon: Activity, name: 'shell.events' },
  { to: '/devices', also: ['/devices'], icon: Cctv, name: 'shell.devices' },
  { to: '/audit', also: ['/audit'], icon: ScrollText, name: 'shell.audit' },
  { to: '/people', also: ['/people'], icon: Users, name: 'shell.people' },
] as const;

const AlarmBadge = lazy(async () => ({
  default: (await import('./alarm-parts.tsx')).AlarmBadge,
}));
const AccountMenu = lazy(async () => ({
  default: (await import('./account-routes.tsx')).AccountMenu,
}));

export interface NavigationProps {
  readonly path: string;
  readonly session: Extract<SessionView, { state: 'signed-in' }>;
}

/** A rail of icons at the start side; on a phone a bar at the bottom. Shows what the role may use. */
export function Navigation({ path, session }: NavigationProps) {
  const navigate = useNavigate();
  return (
    <nav aria-label={t('shell.navigation')} className="shell-navigation shell-chrome">
      <img src="/icon.svg" alt={t('shell.product')} className="shell-mark" />
      {places
        .filter(({ to }) => mayIn(session, rightFor(to)))
        .map(({ to, also, icon: Icon, name }) => {
          const current = path === to || also.some((start) => path.startsWith(start));
          return (
            <Link
              key={to}
              to={to}
              title={t(name)}
              aria-current={current ? 'page' : undefined}
              className="shell-place"
            >
              <span className="relative">
                <Icon aria-hidden className="size-5" strokeWidth={1.75} />
                {to === '/alarms' && (
                  <Suspense fallback={null}>
                    <AlarmBadge />
                  </Suspense>
                )}
              </span>
              <span className="shell-place-name">{t(name)}</span>
            </Link>
          );
        })}
      <span className="shell-gap" />
      <Suspense fallback={<span className="shell-place" />}>
        <AccountMenu
          session={session}
          current={path === '/account'}
          onOpenAccount={() => void navigate({ to: '/account' })}
        />
      </Suspense>
    </nav>
  );
}
