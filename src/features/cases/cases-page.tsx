import { useQuery } from '@tanstack/react-query';
import { FolderOpen, Plus } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { casesQuery } from '../../device-access/cases.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { useMay } from '../../device-access/use-session.ts';
import { useSiteZone } from '../../device-access/use-site-zone.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { BarFrame } from '../../ui/bar-frame.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CaseLineRow } from './case-line-row.tsx';
import { type CasesPlace, caseQueryOf, caseShows, usualCases } from './cases-place.ts';
import { NewCaseDialog } from './new-case-dialog.tsx';

export interface CasesPageProps {
  /** Holds the `h1`. */
  readonly heading: ReactNode;
  readonly place: CasesPlace;
  readonly roads: {
    /** Another search, without a step in the history. */
    readonly place: (place: Partial<CasesPlace>) => void;
    readonly open: (caseId: string) => void;
  };
}

/** What people gather of one matter, to be found again. */
export function CasesPage({ heading, place, roads }: CasesPageProps): ReactElement {
  const zone = useSiteZone();
  const mayMake = useMay('handle-alarms');
  const found = useQuery(casesQuery(caseQueryOf(place)));
  const [making, setMaking] = useState(false);
  const make = (
    <Button look="primary" onClick={() => setMaking(true)}>
      <Plus aria-hidden className="size-4" />
      {t('cases.new')}
    </Button>
  );
  const isUsual = place.q.trim() === '' && place.show === usualCases.show;
  const { data } = found;
  return (
    <BarFrame heading={heading} actions={mayMake && make}>
      <div className="flex max-w-[90rem] flex-col gap-4 px-5 pt-4 pb-8">
        <CaseFilters place={place} onPlace={roads.place} />
        {found.error !== null && (
          <Notice
            tone="error"
            title={t('cases.failed')}
            actions={<Button onClick={() => void found.refetch()}>{t('cases.retry')}</Button>}
          >
            {problemText(problemOf(found.error)).todo}
          </Notice>
        )}
        {found.isPending && <Skeleton label={t('cases.loading')} rows={5} rowClassName="h-20" />}
        {data?.cases.length === 0 && isUsual && (
          <EmptyState icon={FolderOpen} title={t('cases.empty')} actions={mayMake && make}>
            {t('cases.empty.todo')}
          </EmptyState>
        )}
        {data?.cases.length === 0 && !isUsual && (
          <EmptyState
            icon={FolderOpen}
            title={t('cases.none')}
            actions={<Button onClick={() => roads.place(usualCases)}>{t('cases.clear')}</Button>}
          >
            {t('cases.none.todo')}
          </EmptyState>
        )}
        {data && data.cases.length > 0 && (
          <ul aria-label={t('cases.list')} className="flex flex-col gap-3">
            {data.cases.map((line) => (
              <CaseLineRow
                key={line.id}
                line={line}
                zone={zone}
                onOpen={() => roads.open(line.id)}
              />
            ))}
          </ul>
        )}
        {data?.more === true && <p className="text-text-2">{t('cases.more')}</p>}
      </div>
      {making && (
        <NewCaseDialog onMade={({ id }) => roads.open(id)} onClose={() => setMaking(false)} />
      )}
    </BarFrame>
  );
}

interface CaseFiltersProps {
  readonly place: CasesPlace;
  readonly onPlace: (place: Partial<CasesPlace>) => void;
}

function CaseFilters({ place, onPlace }: CaseFiltersProps): ReactElement {
  return (
    <search className="flex flex-wrap items-end gap-3">
      <SearchField
        label={t('cases.search')}
        hint={t('cases.search.hint')}
        value={place.q}
        onSearch={(q) => onPlace({ q })}
      />
      <SelectField
        label={t('cases.show')}
        value={place.show}
        onChange={(event) => {
          const show = caseShows.find((each) => each === event.currentTarget.value);
          if (show) onPlace({ show });
        }}
        options={caseShows.map((value) => ({ value, label: t(`cases.show.${value}`) }))}
      />
    </search>
  );
}
