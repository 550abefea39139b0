import { FolderOpen } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Case, CaseEntry } from '../../api/cases.ts';
import { useSession } from '../../device-access/use-session.ts';
import { t } from '../../messages/t.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CaseEntryRow } from './case-entry-row.tsx';
import { mayTakeOut } from './case-rights.ts';
import type { CaseRoads } from './case-roads.ts';
import { dayOf } from './entry-when.ts';
import { useTakeOut } from './use-take-out.ts';

export interface CaseEntriesProps {
  readonly shown: Case;
  readonly zone: string;
  readonly roads: CaseRoads;
}

/** What happened, day by day by the clock of the site. */
export function CaseEntries({ shown, zone, roads }: CaseEntriesProps): ReactElement {
  const session = useSession();
  const takeOut = useTakeOut(shown.id);
  if (shown.entries.length === 0) {
    return (
      <EmptyState icon={FolderOpen} title={t('cases.entries.empty')}>
        {t('cases.entries.empty.todo')}
      </EmptyState>
    );
  }
  return (
    <section aria-label={t('cases.entries')} className="flex flex-col gap-4">
      {byDay(shown.entries, zone).map(({ day, entries }) => (
        <section key={day} aria-label={day}>
          <h2 className="mb-2 font-semibold tabular-nums print:break-after-avoid">{day}</h2>
          <ol className="flex flex-col gap-2">
            {entries.map((entry) => (
              <CaseEntryRow
                key={`${entry.kind} ${entry.id}`}
                entry={entry}
                zone={zone}
                roads={roads}
                onTakeOut={
                  mayTakeOut(session, shown, entry) ? () => void takeOut(entry) : undefined
                }
              />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

function byDay(entries: readonly CaseEntry[], zone: string) {
  const days: { day: string; entries: CaseEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.fromMs, zone);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
