import { ArrowDownLeft, ArrowUpRight } from 'lucide-react';
import { t } from '../../../messages/t.ts';
import { Chip } from './chip.tsx';
import type { FactProps } from './fact-of.ts';
import { LinkedCameras } from './linked-cameras.tsx';

export function PlateFact({ fact }: FactProps<'plate'>) {
  const { plate, direction, score, zoneName, zoneCode, linked, parkingLots } = fact;
  const zone = zoneName === '' ? zoneCode : zoneName;
  return (
    <>
      {/* A plate is read from left to right whatever the language of the page. */}
      <bdi dir="ltr" className="rounded-control bg-text px-2 font-mono text-base text-black">
        {plate === '' ? t('events.plate.unread') : plate}
      </bdi>
      {direction !== undefined && (
        <Chip>
          {direction === 'entry' ? (
            <ArrowDownLeft aria-hidden className="size-3.5" />
          ) : (
            <ArrowUpRight aria-hidden className="size-3.5" />
          )}
          {t(`events.plate.${direction}`)}
        </Chip>
      )}
      {score !== undefined && <Chip>{t('events.plate.score', { score })}</Chip>}
      {zone !== '' && (
        <Chip>
          <bdi>{zone}</bdi>
        </Chip>
      )}
      {parkingLots.entrance !== undefined && (
        <Chip>{t('events.plate.lotEntrance', { lot: String(parkingLots.entrance) })}</Chip>
      )}
      {parkingLots.exit !== undefined && (
        <Chip>{t('events.plate.lotExit', { lot: String(parkingLots.exit) })}</Chip>
      )}
      <LinkedCameras linked={linked} />
    </>
  );
}
