import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { eventDaysQuery } from '../../device-access/event-times.ts';
import { proxyNowMs } from '../../device-access/proxy-now.ts';
import { recordedDaysQuery } from '../../device-access/recording-queries.ts';
import { epochOfLocal } from '../../domain/local-time.ts';
import { isoInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { DayBar, DayDot, type DayStanding } from './calendar-day.tsx';
import {
  dayBeside,
  earlierDay,
  monthBeside,
  monthOf,
  monthRange,
  sameDayOf,
  textOf,
} from './calendar-month.ts';
import { MonthGrid } from './month-grid.tsx';

export interface MonthCalendarProps {
  readonly cameraIds: readonly string[];
  readonly zone: string;
  readonly atMs: number;
  /** The beginning of a day was chosen. */
  readonly onDay: (fromMs: number, toMs: number) => void;
}

const titleFormat = new Intl.DateTimeFormat('en', {
  ...{ month: 'long', year: 'numeric', timeZone: 'UTC' },
});

/** A month of days: a bar under those on which anything was recorded, a dot where anything happened. */
export function MonthCalendar({ cameraIds, zone, atMs, onDay }: MonthCalendarProps): ReactElement {
  const chosen = isoInZone(atMs, zone).slice(0, 10);
  const today = isoInZone(proxyNowMs(), zone).slice(0, 10);
  const [at, setAt] = useState(chosen);
  const month = monthOf(at);
  const range = monthRange(month, zone);
  const isAny = cameraIds.length > 0;
  const recorded = useQuery({
    ...recordedDaysQuery(cameraIds, range.fromMs, range.toMs),
    enabled: isAny,
  });
  const happened = useQuery({ ...eventDaysQuery(cameraIds, range, zone), enabled: isAny });
  const days = new Set(
    (recorded.data ?? []).flatMap(({ found }) => (found.state === 'listed' ? found.days : [])),
  );
  const counts = new Map(happened.data?.map(({ day, count }) => [day, count]));
  const hasFailed = recorded.data?.some(({ found }) => found.state === 'failed') ?? false;
  const isTold = recorded.data?.some(({ found }) => found.state === 'listed') ?? false;
  const isKnown = isTold && !hasFailed;
  const standingOf = (day: string): DayStanding => {
    if (day > today) return 'future';
    if (days.has(day)) return 'recorded';
    return isKnown ? 'empty' : 'unknown';
  };
  const title = titleFormat.format(Date.UTC(month.year, month.month - 1, 1));
  const turn = (by: 1 | -1) => {
    setAt(earlierDay(sameDayOf(monthBeside(month, by), at), today));
  };
  return (
    <div className="mx-auto max-w-sm">
      <div className="mb-2 flex items-center justify-between">
        <IconButton
          icon={ChevronLeft}
          label={t('recordings.calendar.previous')}
          onClick={() => turn(-1)}
        />
        <h3 aria-live="polite" className="font-semibold">
          {title}
        </h3>
        <IconButton
          icon={ChevronRight}
          label={t('recordings.calendar.next')}
          disabled={textOf(month) >= today.slice(0, 7)}
          onClick={() => turn(1)}
        />
      </div>
      <MonthGrid
        at={at}
        title={title}
        today={today}
        chosen={chosen}
        standingOf={standingOf}
        eventsOf={(day) => counts.get(day) ?? 0}
        onGo={setAt}
        onChoose={(day) => {
          const fromMs = epochOfLocal(`${day}T00:00`, zone) ?? atMs;
          onDay(fromMs, epochOfLocal(`${dayBeside(day, 1)}T00:00`, zone) ?? fromMs);
        }}
      />
      <p aria-hidden className="mt-2 flex gap-4 text-text-2 text-xs">
        <Sign words={t('recordings.calendar.bar')}>
          <DayBar standing="recorded" />
        </Sign>
        <Sign words={t('recordings.calendar.unknown')}>
          <DayBar standing="unknown" />
        </Sign>
        <Sign words={t('recordings.calendar.dot')}>
          <DayDot />
        </Sign>
      </p>
      <div
        role="status"
        className="mt-2 flex min-h-5 flex-col items-start gap-1 text-text-2 text-sm"
      >
        {recorded.isLoading && <p>{t('recordings.calendar.loading')}</p>}
        {recorded.isError && <p>{t('recordings.calendar.failed')}</p>}
        {hasFailed && <p>{t('recordings.calendar.incomplete')}</p>}
        {happened.isError && <p>{t('recordings.calendar.events.failed')}</p>}
        {(recorded.isError || hasFailed || happened.isError) && (
          <Button
            look="quiet"
            onClick={() => void Promise.all([recorded.refetch(), happened.refetch()])}
          >
            {t('recordings.calendar.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Sign({
  words,
  children,
}: {
  readonly words: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <span className="flex items-center gap-1.5">
      {children}
      {words}
    </span>
  );
}
