import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { askConfirmation } from '../../device-access/confirmation.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { UnknownNote } from './unknown-note.tsx';

export interface DeviceAnswerProps<T> {
  readonly query: UseQueryResult<T>;
  /** Read out while the device is asked for the first time. */
  readonly loading: string;
  readonly children: (answer: T) => ReactNode;
}

/** What a device says now. When it says nothing any more, its last word is not shown as true. */
export function DeviceAnswer<T>({ query, loading, children }: DeviceAnswerProps<T>) {
  if (query.error !== null) {
    return <Unanswered fault={query.error} onAgain={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <Skeleton label={loading} rows={2} />;
  return <>{children(query.data)}</>;
}

function Unanswered({ fault, onAgain }: { readonly fault: Error; onAgain: () => void }) {
  const problem = problemOf(fault);
  const unlock = async () => {
    if (await askConfirmation()) onAgain();
  };
  if (problem.reason === 'confirm-needed') {
    return (
      <Notice
        tone="info"
        title={t('site.locked')}
        actions={<Button onClick={() => void unlock()}>{t('account.menu.unlock')}</Button>}
      >
        {t('site.locked.text')}
      </Notice>
    );
  }
  return (
    <UnknownNote problem={problem}>
      <Button onClick={onAgain}>{t('site.again')}</Button>
    </UnknownNote>
  );
}
