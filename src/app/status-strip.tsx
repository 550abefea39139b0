import { useQuery } from '@tanstack/react-query';
import { Link2, Link2Off } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { connectionState } from '../device-access/connection-state.ts';
import { camerasQuery, siteQuery } from '../device-access/queries.ts';
import { channelHealth } from '../domain/channel-health.ts';
import { t } from '../messages/t.ts';
import { SiteClock } from './site-clock.tsx';

const words = {
  connecting: 'shell.connecting',
  connected: 'shell.connected',
  lost: 'shell.reconnecting',
} as const;

/** How things stand, at the bottom of every page. */
export function StatusStrip({ children }: { readonly children: ReactNode }) {
  const state = useStore(connectionState, (connection) => connection.state);
  const site = useQuery(siteQuery());
  const Icon = state === 'connected' ? Link2 : Link2Off;
  return (
    <footer className="shell-status shell-chrome">
      <span className="flex items-center gap-1.5 text-text-2" data-connection={state}>
        <Icon aria-hidden className="size-3.5" />
        {t(words[state])}
      </span>
      <span className="truncate text-text-3 max-[640px]:hidden">{site.data?.name}</span>
      <span className="grow" />
      <span className="max-[640px]:hidden">{children}</span>
      {/* Without the server nobody knows how many answer. */}
      {state !== 'lost' && <CameraCount />}
      <SiteClock zone={site.data?.zone} />
    </footer>
  );
}

function CameraCount() {
  const cameras = useQuery(camerasQuery());
  const health = (cameras.data ?? []).map((camera) => channelHealth(camera.state));
  const total = health.filter((each) => each !== 'unused').length;
  const live = health.filter((each) => each === 'fine').length;
  const offline = health.filter((each) => each === 'fault').length;
  if (total === 0) return null;
  return (
    <span className="truncate text-text-2" data-cameras-live={live}>
      <span className="max-[640px]:hidden">{t('shell.cameras', { live, total })}</span>
      <span aria-hidden className="hidden max-[640px]:inline">
        {t('shell.cameras.short', { live, total })}
      </span>
      {offline > 0 && (
        <span className="font-semibold text-text">
          {` · ${t('shell.offline', { count: offline })}`}
        </span>
      )}
    </span>
  );
}
