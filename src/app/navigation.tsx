import { Link } from '@tanstack/react-router';
import { Cctv, LayoutGrid } from 'lucide-react';
import { t } from '../messages/t.ts';

const places = [
  { to: '/', also: ['/live', '/cam'], icon: LayoutGrid, name: 'shell.live' },
  { to: '/devices', also: ['/devices'], icon: Cctv, name: 'shell.devices' },
] as const;

/** A rail of icons at the start side; on a phone a bar at the bottom. */
export function Navigation({ path }: { readonly path: string }) {
  return (
    <nav aria-label={t('shell.navigation')} className="shell-navigation shell-chrome">
      <img src="/icon.svg" alt={t('shell.product')} className="shell-mark" />
      {places.map(({ to, also, icon: Icon, name }) => {
        const current = path === to || also.some((start) => path.startsWith(start));
        return (
          <Link
            key={to}
            to={to}
            title={t(name)}
            aria-current={current ? 'page' : undefined}
            className="shell-place"
          >
            <Icon aria-hidden className="size-5" strokeWidth={1.75} />
            <span className="shell-place-name">{t(name)}</span>
          </Link>
        );
      })}
    </nav>
  );
}
