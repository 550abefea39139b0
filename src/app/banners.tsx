import { RefreshCw, Unplug } from 'lucide-react';
import { useStore } from 'zustand';
import { connectionState } from '../device-access/connection-state.ts';
import { t } from '../messages/t.ts';
import { Button } from '../ui/button.tsx';

const look =
  'flex min-h-10 items-center gap-3 border-b border-line bg-raised px-3 py-1 text-sm text-text';

/** Conditions of the whole window: no server, or a newer one. */
export function Banners() {
  const { state, versionChanged } = useStore(connectionState);
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
