import type { KeyboardEvent, ReactElement } from 'react';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { classNames } from '../../ui/class-names.ts';
import { FailureMark } from './failure-mark.tsx';
import type { HourFacts } from './hour-facts.ts';
import { shadeLook } from './proof-look.ts';

export interface HourCellProps {
  readonly place: string;
  /** Null for one that has not come yet. */
  readonly facts: HourFacts | 'left-out' | null;
  readonly zone: string;
  /** Whether the Tab key comes here. */
  readonly isStop: boolean;
  readonly onOpen: (fromMs: number) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

export function HourCell(props: HourCellProps): ReactElement {
  const { place, facts, zone, isStop, onOpen, onKey } = props;
  if (facts === null || facts === 'left-out') {
    return (
      <td className="text-center text-text-3">
        <span aria-hidden>{facts === null ? '·' : ''}</span>
        <span className="sr-only">{t(`proof.cell.${facts ?? 'future'}`)}</span>
      </td>
    );
  }
  const label = labelOf(facts, zone);
  return (
    <td className="p-0">
      <button
        type="button"
        data-place={place}
        tabIndex={isStop ? 0 : -1}
        aria-label={label}
        title={label}
        onClick={() => onOpen(facts.fromMs)}
        onKeyDown={onKey}
        className={classNames(
          'relative grid h-6 w-7 place-items-center rounded-sm pointer-coarse:size-11',
          shadeLook[facts.shade],
        )}
      >
        {facts.minutes ?? '?'}
        {facts.failed && <FailureMark />}
      </button>
    </td>
  );
}

function labelOf({ fromMs, minutes, possible, failed }: HourFacts, zone: string): string {
  const when = momentInZone(fromMs, zone).replace(/(:\d\d):00/, '$1');
  if (minutes === null) return t('proof.cell.unknown', { when });
  const values = { when, minutes, possible };
  return failed ? t('proof.cell.failure', values) : t('proof.cell', values);
}
