import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, FolderX } from 'lucide-react';
import type { ReactElement } from 'react';
import { caseQuery } from '../../device-access/cases.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { CaseRoads } from './case-roads.ts';
import { OneCase } from './one-case.tsx';

export interface CasePageProps {
  readonly caseId: string;
  readonly roads: CaseRoads;
}

/** One case: what is written of it, and what it holds in the order in which it happened. */
export function CasePage({ caseId, roads }: CasePageProps): ReactElement {
  const found = useQuery(caseQuery(caseId));
  const problem = found.error && problemOf(found.error);
  const isGone = problem?.reason === 'not-found';
  // What was read before is shown with what went wrong since, but not after it was taken away.
  if (found.data && !isGone) {
    return (
      <OneCase key={caseId} shown={found.data} roads={roads}>
        {problem && <Fault todo={problemText(problem).todo} onAgain={() => void found.refetch()} />}
      </OneCase>
    );
  }
  const back = (
    <Button look="quiet" className="-ms-3" onClick={() => void roads.back()}>
      <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      {t('cases.back')}
    </Button>
  );
  return (
    <PageFrame title={t('cases.title')} lead={back}>
      <div className="flex max-w-6xl flex-col gap-4 px-4 pb-8 sm:px-8">
        {found.isPending && (
          <Skeleton label={t('cases.one.loading')} rows={5} rowClassName="h-20" />
        )}
        {isGone && (
          <EmptyState icon={FolderX} title={t('cases.gone')}>
            {t('cases.gone.todo')}
          </EmptyState>
        )}
        {problem && !isGone && (
          <Fault todo={problemText(problem).todo} onAgain={() => void found.refetch()} />
        )}
      </div>
    </PageFrame>
  );
}

interface FaultProps {
  readonly todo: string;
  readonly onAgain: () => void;
}

function Fault({ todo, onAgain }: FaultProps): ReactElement {
  return (
    <Notice
      tone="error"
      title={t('cases.one.failed')}
      actions={<Button onClick={onAgain}>{t('cases.retry')}</Button>}
    >
      {todo}
    </Notice>
  );
}
