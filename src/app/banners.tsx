import { useQuery } from '@tanstack/react-query';
import { DatabaseBackup, RefreshCw, Unplug } from 'lucide-react';
import { useStore } from 'zustand';
import { connectionState } from '../device-access/connection-state.ts';
import { siteQuery } from '../device-access/queries.ts';
import { t } from '../messages/t.ts';
import { Button } from '../ui/button.tsx';

const look =
  'flex min-h-10 items-center gap-3 border-b border-line bg-raised px-3 py-1 text-sm text-text';

/** Conditions of the whole window: no server, a newer one, or one that had to go back to a copy. */
export function Banners() {
  const { state, versionChanged } = useStore(connectionState);
  const restoredFromMs = useQuery(siteQuery()).data?.restoredFromMs;
  return (
    <>
      <div role="status">
        {state === 'lost' && (
          <p className={look}>
            <Unplug aria-hidden className="size-4 shrink-0" />
            {t('shell.lost')}
          </p>
        )}
      </div>
      {restoredFromMs !== undefined && (
        <p role="status" className={look}>
          <DatabaseBackup aria-hidden className="size-4 shrink-0 text-p2" />
          {t('shell.restored', { time: new Date(restoredFromMs).toLocaleString() })}
        </p>
      )}
      {versionChanged && (
        <div role="status" className={look}>
          <RefreshCw aria-hidden className="size-4 shrink-0 text-accent" />
          <span className="grow">{t('shell.version')}</span>
          <Button onClick={() => window.location.reload()}>{t('shell.version.reload')}</Button>
        </div>
      )}
    </>
  );
}
