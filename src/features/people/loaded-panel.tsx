import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

export interface LoadedPanelProps<T> {
  readonly query: UseQueryResult<T>;
  readonly loading: string;
  readonly failed: string;
  readonly children: (value: T) => ReactNode;
}

/** A list that is read, could not be read, or stands though it could not be read again. */
export function LoadedPanel<T>(props: LoadedPanelProps<T>): ReactElement {
  const { query, loading, failed, children } = props;
  const { data, error } = query;
  const problem = error === null ? null : problemText(problemOf(error));
  return (
    <div className="flex flex-col gap-4">
      {problem !== null && (
        <Notice
          tone="error"
          title={data === undefined ? failed : t('people.outdated')}
          actions={<Button onClick={() => void query.refetch()}>{t('people.retry')}</Button>}
        >
          {`${problem.what} ${problem.todo}`}
        </Notice>
      )}
      {data === undefined && error === null && <Skeleton label={loading} rows={5} />}
      {data !== undefined && children(data)}
    </div>
  );
}
