import { Ear, EarOff, LoaderCircle, type LucideIcon, Minus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { CameraView } from '../../api/camera.ts';
import { eventFeedState, type Listening } from '../../device-access/event-feed-state.ts';
import { clockInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { useZones } from './use-zones.ts';

const icons: Readonly<Record<Listening['state'], LucideIcon>> = {
  listening: Ear,
  connecting: LoaderCircle,
  lost: EarOff,
  'not-offered': Minus,
};
const order = ['lost', 'connecting', 'listening', 'not-offered'] as const;

export interface ListeningFactsProps {
  /** By which the devices have their names. */
  readonly cameras: readonly CameraView[];
}

/** Whether anybody listens to each device: a quiet list means something only then. */
export function ListeningFacts({ cameras }: ListeningFactsProps): ReactElement {
  const listening = useStore(eventFeedState, (state) => state.listening);
  const connection = useStore(eventFeedState, (state) => state.connection);
  const { site } = useZones();
  if (connection !== 'connected') {
    return <p className="min-h-6 text-xs text-text-2">{t('events.listening.unknown')}</p>;
  }
  const names = new Map(cameras.map(({ deviceId, deviceName }) => [deviceId, deviceName]));
  const able = listening.filter(({ state }) => state !== 'not-offered');
  const count = able.filter(({ state }) => state === 'listening').length;
  const sorted = [...listening].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return (
    <details className="relative text-xs text-text-2">
      <summary className="flex min-h-6 cursor-pointer items-center gap-2 pointer-coarse:min-h-11">
        {count < able.length ? (
          <EarOff aria-hidden className="size-4" />
        ) : (
          <Ear aria-hidden className="size-4" />
        )}
        <span className={count < able.length ? 'font-medium text-text' : undefined}>
          {t('events.listening.count', { count, total: able.length })}
        </span>
      </summary>
      <ul className="absolute end-0 z-20 mt-1 flex max-h-[60vh] w-80 max-w-[90vw] flex-col gap-2 overflow-y-auto rounded-control border border-line-ui bg-raised p-3 max-sm:start-0">
        {sorted.map(({ deviceId, state, sinceMs }) => {
          const Icon = icons[state];
          return (
            <li key={deviceId} className="flex items-start gap-2">
              <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
              <span className="min-w-0 wrap-anywhere">
                <bdi className="font-medium text-text">
                  {names.get(deviceId) ?? t('events.device.unnamed')}
                </bdi>{' '}
                {t(`events.listening.${state}`, { time: clockInZone(sinceMs, site) })}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
