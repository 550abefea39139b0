import { Unplug } from 'lucide-react';
import type { ReactElement } from 'react';
import { connectionState } from '../../device-access/connection-state.ts';
import { clockInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { formatAge } from '../../playback/truth-words.ts';
import { useDelayed } from '../../ui/use-delayed.ts';
import { useSecond } from '../../ui/use-second.ts';

/** A socket that is opened anew is no loss. */
const noticedAfterMs = 1000;

export interface OfflineBannerProps {
  /** By this window's clock. */
  readonly sinceMs: number;
  readonly zone: string | undefined;
}

/** Says over the last pictures that they are the last. */
export function OfflineBanner({ sinceMs, zone = 'UTC' }: OfflineBannerProps): ReactElement | null {
  const nowMs = useSecond();
  if (!useDelayed(noticedAfterMs)) return null;
  const { clockSkewMs } = connectionState.getState();
  const time = clockInZone(sinceMs + clockSkewMs, zone);
  return (
    <div role="alert" className="kiosk-offline">
      <Unplug aria-hidden className="size-6 shrink-0" />
      <span>
        <strong>{t('kiosk.offline', { time })}</strong>{' '}
        {t('kiosk.offline.age', { age: formatAge(nowMs - sinceMs) })}
      </span>
    </div>
  );
}
