import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { connectionState } from '../../device-access/connection-state.ts';
import { siteQuery } from '../../device-access/queries.ts';
import { shiftReportQuery } from '../../device-access/shift-report.ts';
import { useMay } from '../../device-access/use-session.ts';
import { t } from '../../messages/t.ts';
import { HandoverNotes } from './handover-notes.tsx';
import { KnownReport } from './known-report.tsx';
import { NewestNotes } from './newest-notes.tsx';
import { NoteForm } from './note-form.tsx';
import { PrintHeader } from './print-header.tsx';
import { ReportActions } from './report-actions.tsx';
import { type ReportPlace, rangeOf, typedPlace } from './report-place.ts';
import { ReportSpanFields } from './report-span-fields.tsx';

export interface ShiftReportPageProps {
  readonly place: ReportPlace;
  /** Another time, without a step in the history. */
  readonly onPlace: (place: Partial<ReportPlace>) => void;
}

/** What a shift was like, and what it leaves to the next one. Prints on one page. */
export function ShiftReportPage({ place, onPlace }: ShiftReportPageProps): ReactElement {
  const client = useQueryClient();
  const site = useQuery(siteQuery());
  const zone = site.data?.zone ?? 'UTC';
  const supervises = useMay('supervise');
  // A report that went on with the clock would never be the one that was printed.
  const [nowMs, setNowMs] = useState(proxyNowMs);
  const asked = rangeOf(place, zone, nowMs);
  const range = typeof asked === 'string' ? null : asked;
  const report = useQuery({
    ...shiftReportQuery(range ?? { fromMs: 0, toMs: 0 }),
    enabled: supervises && range !== null && site.data !== undefined,
  });
  /** @param leastMs what the report must reach, by the clock of the proxy */
  const again = (leastMs = 0) => {
    setNowMs(Math.max(proxyNowMs(), leastMs));
    void client.invalidateQueries({ queryKey: ['shift-report'] });
    void client.invalidateQueries({ queryKey: ['handover-notes'] });
  };
  // Whoever types another time begins with the one that is shown.
  const startOf = (changed: Partial<ReportPlace>) =>
    range && place.from === '' && place.to === '' ? typedPlace(range, zone) : changed;
  return (
    <main className="relative flex h-full min-h-0 min-w-0 grow flex-col overflow-y-auto bg-canvas print:block print:h-auto print:overflow-visible">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-4 sm:px-8 print:hidden">
        <div className="min-w-0 grow">
          <h1 className="text-lg font-semibold">
            {t(supervises ? 'shift.title' : 'shift.handover')}
          </h1>
          {supervises && <p className="text-text-2 max-sm:hidden">{t('shift.subtitle')}</p>}
        </div>
        {supervises && (
          <ReportActions range={range} isThere={report.isSuccess} onAgain={() => again()} />
        )}
      </header>
      {supervises ? (
        <>
          <ReportSpanFields
            place={place}
            onPlace={(changed) => onPlace(changed.span === 'typed' ? startOf(changed) : changed)}
            zone={zone}
            fault={typeof asked === 'string' ? asked : null}
          />
          {report.data && <PrintHeader report={report.data} zone={zone} />}
          {range && <KnownReport query={report} zone={zone} />}
        </>
      ) : (
        <p className="px-4 pb-4 text-text-2 sm:px-8">{t('shift.operator')}</p>
      )}
      <section className="flex flex-col gap-4 px-4 pb-8 sm:px-8 print:break-inside-avoid print:px-0 print:pb-0">
        <h2 className="text-base font-semibold">{t('shift.notes')}</h2>
        {supervises ? (
          report.data && (
            <HandoverNotes notes={report.data.notes} zone={zone} none={t('shift.notes.none')} />
          )
        ) : (
          <NewestNotes zone={zone} />
        )}
        <NoteForm onSaved={({ atMs }) => again(atMs)} />
      </section>
    </main>
  );
}

function proxyNowMs(): number {
  return Date.now() + connectionState.getState().clockSkewMs;
}
