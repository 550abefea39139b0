import { t } from '../../../messages/t.ts';
import type { FactOf, FactProps } from './fact-of.ts';

// The browser's own green would say that all is well.
export const gaugeLook =
  'h-2 w-20 appearance-none overflow-hidden rounded-control bg-hover [&::-moz-meter-bar]:bg-text-2 [&::-webkit-meter-bar]:border-0 [&::-webkit-meter-bar]:[background:var(--color-hover)] [&::-webkit-meter-optimum-value]:[background:var(--color-text-2)]';

export function ParkingFact({ fact }: FactProps<'parking'>) {
  if (fact.lots.length === 0) return <span>{t('events.parking.none')}</span>;
  return fact.lots.map((lot) => <Lot key={`${lot.kind} ${lot.id}`} lot={lot} />);
}

/** How full a lot is; without its size there is only a number. */
function Lot({ lot }: { readonly lot: FactOf<'parking'>['lots'][number] }) {
  const { id, name, count, most } = lot;
  const shown = name === '' ? id : name;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 text-sm">
      <bdi className="text-text-2">{shown}</bdi>
      {most !== undefined && most > 0 && (
        <meter min={0} max={most} value={count} aria-label={shown} className={gaugeLook} />
      )}
      <span>
        {most === undefined
          ? t('events.parking.count', { count })
          : t('events.parking.of', { count, most })}
      </span>
    </span>
  );
}
