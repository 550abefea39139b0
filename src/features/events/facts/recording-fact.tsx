import { momentInZone } from '../../../domain/zone-time.ts';
import { t } from '../../../messages/t.ts';
import { Chip } from './chip.tsx';
import type { FactProps } from './fact-of.ts';

export function RecordingFact({ fact, zone }: FactProps<'recording'>) {
  const { streaming, recording, failedSinceMs } = fact;
  const since = failedSinceMs === undefined ? null : momentInZone(failedSinceMs, zone);
  return (
    <>
      <span className={recording ? undefined : 'font-medium'}>
        {t(recording ? 'events.recording.on' : 'events.recording.off')}
      </span>
      {since !== null && <Chip>{t('events.recording.since', { time: since })}</Chip>}
      {!streaming && <Chip>{t('events.recording.noStream')}</Chip>}
    </>
  );
}
