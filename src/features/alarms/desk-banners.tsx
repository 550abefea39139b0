import { CloudOff, Unplug, VolumeX, Waves } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { alarmOutbox } from '../../device-access/alarm-actions.ts';
import { alarmState } from '../../device-access/alarm-state.ts';
import { eventFeedState } from '../../device-access/event-feed-state.ts';
import { clockInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { deskSound } from './desk-sound.ts';

/** What stands between this window and the alarms, or between a person and the proxy. */
export function DeskBanners({ zone }: { readonly zone: string }): ReactElement {
  const { connection, sinceMs } = useStore(eventFeedState);
  const { flood } = useStore(alarmState);
  const blocked = useStore(deskSound, (sound) => sound.blocked);
  return (
    <div role="status" className="flex flex-col">
      {connection === 'lost' && (
        <Banner icon={<Unplug aria-hidden />} text={t('desk.lost.text')}>
          {t('desk.lost', { time: clockInZone(sinceMs, zone) })}
        </Banner>
      )}
      {flood.active && (
        <Banner icon={<Waves aria-hidden />} text={t('desk.flood.text')}>
          {t('desk.flood', { time: clockInZone(flood.sinceMs ?? 0, zone).slice(0, 5) })}
        </Banner>
      )}
      {blocked && <Banner icon={<VolumeX aria-hidden />}>{t('desk.blocked')}</Banner>}
      <Unsent />
    </div>
  );
}

function Unsent(): ReactElement | null {
  const { entries, stuck } = useStore(alarmOutbox.state);
  if (stuck === null || entries.length === 0) return null;
  return (
    <Banner icon={<CloudOff aria-hidden />} text={t(`desk.unsent.${stuck}`)}>
      {t('desk.unsent', { count: entries.length })}
      {stuck === 'password' && (
        <Button className="ms-2" onClick={() => alarmOutbox.sendNow(true)}>
          {t('desk.unsent.send')}
        </Button>
      )}
    </Banner>
  );
}

interface BannerProps {
  readonly icon: ReactElement;
  readonly text?: string;
  readonly children: ReactNode;
}

function Banner({ icon, text, children }: BannerProps): ReactElement {
  return (
    <div className="flex items-start gap-2 border-b border-line bg-raised px-3 py-2 text-sm [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0">
      {icon}
      <div className="min-w-0 wrap-anywhere">
        <p className="font-semibold">{children}</p>
        {text !== undefined && <p className="text-xs text-text-2">{text}</p>}
      </div>
    </div>
  );
}
