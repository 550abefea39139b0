import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import type { TimeRange } from '../../domain/recording.ts';
import { t } from '../../messages/t.ts';
import { HourCell } from './hour-cell.tsx';
import type { HourFacts } from './hour-facts.ts';
import { nextPlace, type Place } from './next-place.ts';
import { proofGrid } from './proof-grid.ts';

export interface ProofMatrixProps {
  readonly camera: string;
  readonly zone: string;
  /** Whole days. */
  readonly week: TimeRange;
  /** Of the whole week; null for what has not come yet. */
  readonly hours: readonly (HourFacts | null)[];
  readonly onHour: (fromMs: number) => void;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'short', day: '2-digit', month: 'short', timeZone: 'UTC' },
});

/** A row for each day and a column for each hour. One stop of the Tab key; arrows go on from there. */
export function ProofMatrix(props: ProofMatrixProps): ReactElement {
  const { camera, zone, week, hours, onHour } = props;
  const table = useRef<HTMLTableElement>(null);
  const { columns, rows } = proofGrid(week, zone);
  const factsAt = ({ row, column }: Place) => hours[rows[row]?.hours[column] ?? -1] ?? null;
  const [at, setAt] = useState<Place | null>(null);
  const stop = at !== null && factsAt(at) ? at : lastPlace(rows.length, columns.length, factsAt);
  const go = (event: KeyboardEvent, from: Place) => {
    const to = nextPlace(event.key, from, {
      ...{ rows: rows.length, columns: columns.length },
      isThere: (place) => factsAt(place) !== null,
    });
    if (to === null) return;
    event.preventDefault();
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-place="${to.row} ${to.column}"]`)?.focus();
  };
  return (
    <div className="relative overflow-x-auto pb-1">
      <table ref={table} className="border-separate border-spacing-0.5 text-xs tabular-nums">
        <caption className="sr-only">{t('proof.table', { camera })}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky start-0 z-10 bg-panel">
              <span className="sr-only">{t('proof.day')}</span>
            </th>
            {columns.map(({ hour, again }) => (
              <th key={`${hour}${again}`} scope="col" className="font-normal text-text-2">
                <span aria-hidden={again}>{again ? `${hour}′` : hour}</span>
                {again && <span className="sr-only">{t('proof.hour.twice', { hour })}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, hours: indices }, row) => (
            <tr key={day}>
              <th
                scope="row"
                className="sticky start-0 z-10 whitespace-nowrap bg-panel pe-2 text-start font-normal text-text-2"
              >
                {dayFormat.format(Date.parse(day))}
              </th>
              {indices.map((index, column) => (
                <HourCell
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns are hours and stay in their places
                  key={column}
                  place={`${row} ${column}`}
                  facts={index === null ? 'left-out' : (hours[index] ?? null)}
                  zone={zone}
                  isStop={stop?.row === row && stop.column === column}
                  onOpen={onHour}
                  onKey={(event) => go(event, { row, column })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The newest hour, where whoever comes by keyboard begins. */
function lastPlace(
  rows: number,
  columns: number,
  factsAt: (place: Place) => HourFacts | null,
): Place | null {
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      if (factsAt({ row, column })) return { row, column };
    }
  }
  return null;
}
