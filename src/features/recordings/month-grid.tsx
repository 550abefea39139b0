import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { t } from '../../messages/t.ts';
import { CalendarDay, type DayStanding } from './calendar-day.tsx';
import { dayByKey, earlierDay, monthOf, weeksOfMonth } from './calendar-month.ts';

export interface MonthGridProps {
  /** The day that the Tab key reaches; its month is shown. */
  readonly at: string;
  readonly title: string;
  readonly today: string;
  readonly chosen: string;
  readonly standingOf: (day: string) => DayStanding;
  readonly eventsOf: (day: string) => number;
  readonly onGo: (day: string) => void;
  readonly onChoose: (day: string) => void;
}

/** Monday to Sunday, in a week of which nothing else is known. */
const weekdays = Array.from({ length: 7 }, (_, at) => Date.UTC(2024, 0, 1 + at));
const short = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const long = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

/** The days of a month. One stop of the Tab key; arrows, Page Up and Page Down go on from there. */
export function MonthGrid(props: MonthGridProps): ReactElement {
  const { at, title, today, chosen, standingOf, eventsOf, onGo, onChoose } = props;
  const table = useRef<HTMLTableElement>(null);
  const goes = useRef(false);
  useEffect(() => {
    if (!goes.current) return;
    goes.current = false;
    table.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  }, [at]);
  const go = (event: KeyboardEvent, from: string) => {
    const to = dayByKey(event.key, from);
    if (to === null) return;
    event.preventDefault();
    const day = earlierDay(to, today);
    if (day === at) return;
    goes.current = true;
    onGo(day);
  };
  return (
    <table ref={table} className="w-full table-fixed border-separate border-spacing-1">
      <caption className="sr-only">{t('recordings.calendar.days', { month: title })}</caption>
      <thead>
        <tr>
          {weekdays.map((ms) => (
            <th
              key={ms}
              scope="col"
              abbr={long.format(ms)}
              className="font-normal text-text-2 text-xs"
            >
              {short.format(ms)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(monthOf(at)).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, weekday) => (
              <td key={weekdays[weekday]} className="p-0">
                {day !== null && (
                  <CalendarDay
                    day={day}
                    standing={standingOf(day)}
                    events={eventsOf(day)}
                    isToday={day === today}
                    isChosen={day === chosen}
                    isStop={day === at}
                    onChoose={() => onChoose(day)}
                    onKey={(event) => go(event, day)}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
