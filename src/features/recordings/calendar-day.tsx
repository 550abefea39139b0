import type { KeyboardEvent, ReactElement } from 'react';
import { t } from '../../messages/t.ts';
import { classNames } from '../../ui/class-names.ts';

/** `unknown` is not `empty`: it was not read, or a device did not answer. */
export type DayStanding = 'recorded' | 'empty' | 'unknown' | 'future';

export interface CalendarDayProps {
  readonly day: string;
  readonly standing: DayStanding;
  /** How many events there were; 100 for as many and more. */
  readonly events: number;
  readonly isToday: boolean;
  readonly isChosen: boolean;
  /** Reached by the Tab key; arrows lead on to the others. */
  readonly isStop: boolean;
  readonly onChoose: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** A bar for what was recorded and a dot for what happened; both are told in words as well. */
export function CalendarDay(props: CalendarDayProps): ReactElement {
  const { day, standing, events, isToday, isChosen, isStop, onChoose, onKey } = props;
  const today = isToday ? 'yes' : 'no';
  return (
    <button
      type="button"
      data-day={day}
      // Where a dialog begins: the arrow keys work at once.
      data-first-focus={isStop || undefined}
      aria-label={t('recordings.calendar.day', { day, today, standing, events })}
      aria-current={isToday ? 'date' : undefined}
      aria-pressed={isChosen}
      disabled={standing === 'future'}
      tabIndex={isStop ? 0 : -1}
      onClick={onChoose}
      onKeyDown={onKey}
      className={classNames(
        'flex h-11 w-full flex-col items-center justify-center gap-1 rounded-control border hover:bg-hover disabled:opacity-40',
        isChosen ? 'border-accent' : isToday ? 'border-line-ui' : 'border-transparent',
        isToday && 'font-bold',
      )}
    >
      <span>{Number(day.slice(8))}</span>
      <span aria-hidden className="flex h-1.5 items-center gap-1">
        <DayBar standing={standing} />
        {events > 0 && <DayDot />}
      </span>
    </button>
  );
}

export function DayBar({ standing }: { readonly standing: DayStanding }): ReactElement {
  return (
    <span
      className={classNames(
        'h-1 w-5 rounded-full',
        standing === 'recorded' && 'bg-recorded',
        standing === 'unknown' && 'border-line-ui border-t border-dashed',
      )}
    />
  );
}

export function DayDot(): ReactElement {
  return <span className="size-1.5 rounded-full bg-text" />;
}
