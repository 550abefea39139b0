import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { proxyNowMs } from '../../device-access/proxy-now.ts';
import { recordedDaysQuery } from '../../device-access/recording-queries.ts';
import { epochOfLocal } from '../../domain/local-time.ts';
import { isoInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { daysOfMonth, type Month, monthBeside, monthOf, monthRange } from './calendar-month.ts';

export interface MonthCalendarProps {
  readonly cameraIds: readonly string[];
  readonly zone: string;
  readonly atMs: number;
  /** The beginning of a day was chosen. */
  readonly onDay: (fromMs: number, toMs: number) => void;
}

/** A month of days, with a bar under those on which anything was recorded. */
export function MonthCalendar({ cameraIds, zone, atMs, onDay }: MonthCalendarProps): ReactElement {
  const [month, setMonth] = useState<Month>(() => monthOf(isoInZone(atMs, zone)));
  const range = monthRange(month, zone);
  const days = useQuery(recordedDaysQuery(cameraIds, range.fromMs, range.toMs));
  const recorded = new Set(
    (days.data ?? []).flatMap(({ found }) => (found.state === 'listed' ? found.days : [])),
  );
  const isIncomplete = days.isError || days.data?.some(({ found }) => found.state === 'failed');
  const today = isoInZone(proxyNowMs(), zone).slice(0, 10);
  const chosen = isoInZone(atMs, zone).slice(0, 10);
  const title = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (
    <div className="mx-auto max-w-sm">
      <div className="mb-2 flex items-center justify-between">
        <IconButton
          icon={ChevronLeft}
          label={t('recordings.calendar.previous')}
          onClick={() => setMonth(monthBeside(month, -1))}
        />
        <h3 aria-live="polite" className="font-semibold">
          {title.format(Date.UTC(month.year, month.month - 1, 1))}
        </h3>
        <IconButton
          icon={ChevronRight}
          label={t('recordings.calendar.next')}
          onClick={() => setMonth(monthBeside(month, 1))}
        />
      </div>
      <div className="grid grid-cols-7 gap-1">
        {daysOfMonth(month).map((day, at) =>
          day === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has nothing but its place
            <span key={at} />
          ) : (
            <Day
              key={day}
              day={day}
              standing={day > today ? 'future' : recorded.has(day) ? 'recorded' : 'empty'}
              isChosen={day === chosen}
              isKnown={days.data !== undefined}
              onChoose={() => {
                const fromMs = epochOfLocal(`${day}T00:00`, zone) ?? atMs;
                const next = epochOfLocal(`${dayAfter(day)}T00:00`, zone) ?? fromMs;
                onDay(fromMs, next);
              }}
            />
          ),
        )}
      </div>
      <p role="status" className="mt-2 min-h-5 text-text-2 text-sm">
        {days.isPending && t('recordings.calendar.loading')}
        {isIncomplete && t('recordings.calendar.incomplete')}
      </p>
    </div>
  );
}

interface DayProps {
  readonly day: string;
  readonly standing: 'recorded' | 'empty' | 'future';
  readonly isChosen: boolean;
  readonly isKnown: boolean;
  readonly onChoose: () => void;
}

function Day({ day, standing, isChosen, isKnown, onChoose }: DayProps): ReactElement {
  const name = isKnown ? t(`recordings.calendar.day.${standing}`, { day }) : day;
  return (
    <button
      type="button"
      aria-label={name}
      aria-current={isChosen ? 'date' : undefined}
      disabled={standing === 'future'}
      onClick={onChoose}
      className={classNames(
        'flex h-11 flex-col items-center justify-center gap-1 rounded-control hover:bg-hover disabled:opacity-40',
        isChosen && 'border border-accent',
      )}
    >
      <span>{Number(day.slice(8))}</span>
      <span
        aria-hidden
        className={classNames('h-1 w-5 rounded-full', standing === 'recorded' && 'bg-recorded')}
      />
    </button>
  );
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000).toISOString().slice(0, 10);
}
