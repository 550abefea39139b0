import { VolumeX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { needsAcknowledgement, wantsReason } from '../../domain/alarm-offer.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { deskSound } from './desk-sound.ts';
import { silence, silenced } from './silence.ts';

/** Stops the sound until something new comes. It is no acknowledgement, and says so. */
export function SilenceButton({ shown }: { readonly shown: readonly ShownAlarm[] }) {
  const sounding = useStore(deskSound, (sound) => sound.sounding);
  const quiet = useStore(silenced, ({ ids }) => ids.size);
  const icon: ReactElement = <VolumeX aria-hidden className="size-4" />;
  if (sounding > 0) {
    return (
      <Button
        title={t('desk.silence.hint')}
        onClick={() =>
          silence(
            shown.flatMap(({ alarm }) =>
              needsAcknowledgement(alarm) && wantsReason(alarm) ? alarm.id : [],
            ),
          )
        }
      >
        {icon}
        {t('desk.silence')}
      </Button>
    );
  }
  if (quiet === 0) return null;
  return (
    <span
      title={t('desk.silence.hint')}
      className="inline-flex items-center gap-1 text-xs text-text-2"
    >
      {icon}
      {t('desk.silenced')}
    </span>
  );
}
