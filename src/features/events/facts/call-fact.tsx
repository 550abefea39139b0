import { t } from '../../../messages/t.ts';
import { Chip } from './chip.tsx';
import type { FactProps } from './fact-of.ts';
import { LinkedCameras } from './linked-cameras.tsx';

export function CallFact({ fact }: FactProps<'call'>) {
  const { active, caller, place, deviceName, linked } = fact;
  return (
    <>
      <span className="font-medium">
        {place === '' ? t('events.call.somewhere') : <bdi>{place}</bdi>}
      </span>
      <Chip>{t(active ? 'events.call.active' : 'events.call.ended')}</Chip>
      {caller !== '' && <Chip>{t('events.call.caller', { caller })}</Chip>}
      {deviceName !== '' && (
        <Chip>
          <bdi>{deviceName}</bdi>
        </Chip>
      )}
      <LinkedCameras linked={linked} />
    </>
  );
}
