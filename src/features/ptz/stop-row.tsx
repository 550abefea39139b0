import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { TourStop } from '../../domain/tour.ts';
import { t } from '../../messages/t.ts';
import { controlLook } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { fastest, longestDwellSeconds, within } from './edit-stops.ts';

export interface StopRowProps {
  /** 1 and up, as people count. */
  readonly number: number;
  readonly last: boolean;
  readonly stop: TourStop;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (change: Partial<TourStop>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** One stop of a sequence as a line of its table. */
export function StopRow(props: StopRowProps) {
  const { number, last, stop, options, onChange, onMove, onRemove } = props;
  const gone = options.every(({ value }) => value !== stop.presetId);
  return (
    <tr className="align-middle max-sm:flex max-sm:flex-wrap max-sm:border-b max-sm:border-line max-sm:py-1">
      <td className="p-1 max-sm:w-full">
        <select
          aria-label={t('ptz.stop.preset', { number })}
          className={controlLook}
          value={stop.presetId}
          onChange={(event) => onChange({ presetId: event.currentTarget.value })}
        >
          {gone && <option value={stop.presetId}>{t('ptz.stop.gone')}</option>}
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </td>
      <td className="w-24 p-1">
        <PhoneLabel>{t('ptz.sequence.dwell')}</PhoneLabel>
        <input
          type="number"
          aria-label={t('ptz.stop.dwell', { number })}
          className={controlLook}
          min={0}
          max={longestDwellSeconds}
          value={stop.dwellSeconds}
          onChange={({ currentTarget: { valueAsNumber } }) =>
            onChange({ dwellSeconds: within(valueAsNumber, longestDwellSeconds) })
          }
        />
      </td>
      <td className="w-28 p-1 sm:w-20">
        <PhoneLabel>{t('ptz.sequence.speed', { fastest })}</PhoneLabel>
        <input
          type="number"
          aria-label={t('ptz.stop.speed', { number })}
          className={controlLook}
          min={0}
          max={fastest}
          value={stop.speed}
          onChange={({ currentTarget: { valueAsNumber } }) =>
            onChange({ speed: within(valueAsNumber, fastest) })
          }
        />
      </td>
      <td className="self-end whitespace-nowrap p-1 text-end max-sm:grow">
        <IconButton
          icon={ArrowUp}
          label={t('ptz.stop.up', { number })}
          disabled={number === 1}
          onClick={() => onMove(-1)}
        />
        <IconButton
          icon={ArrowDown}
          label={t('ptz.stop.down', { number })}
          disabled={last}
          onClick={() => onMove(1)}
        />
        <IconButton icon={Trash2} label={t('ptz.stop.remove', { number })} onClick={onRemove} />
      </td>
    </tr>
  );
}

/** Stands in for the head of the column, which a phone has no room for. */
function PhoneLabel({ children }: { readonly children: string }) {
  return (
    <span aria-hidden className="text-text-3 text-xs sm:hidden">
      {children}
    </span>
  );
}
