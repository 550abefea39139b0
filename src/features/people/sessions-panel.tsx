import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { OpenSession } from '../../api/session.ts';
import { endSession, sessionsQuery } from '../../device-access/account.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { useProxyNow } from '../../device-access/use-proxy-now.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable, type Sorting } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { LoadedPanel } from './loaded-panel.tsx';
import { PastTime } from './past-time.tsx';

/** Every browser in which somebody is signed in. */
export function SessionsPanel(): ReactElement {
  const sessions = useQuery(sessionsQuery());
  const [sorting, setSorting] = useState<Sorting>({ columnId: 'last-seen', descending: true });
  const nowMs = useProxyNow();
  const queryClient = useQueryClient();
  const ending = useMutation({
    mutationFn: ({ id }: OpenSession) => endSession(id),
    onSuccess: (_, { personName: name }) =>
      showToast({ tone: 'done', text: t('sessions.ended', { name }) }),
    onError: (fault) => {
      const problem = problemText(problemOf(fault)).what;
      showToast({ tone: 'failed', text: t('people.actionFailed', { problem }) });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.sessions }),
  });
  return (
    <LoadedPanel query={sessions} loading={t('sessions.loading')} failed={t('sessions.failed')}>
      {(list) =>
        list.length === 0 ? (
          <EmptyState icon={MonitorSmartphone} title={t('sessions.empty.title')}>
            {t('sessions.empty.text')}
          </EmptyState>
        ) : (
          <DataTable
            label={t('sessions.label')}
            columns={sessionColumns(nowMs)}
            rows={list}
            rowId={({ id }) => id}
            sorting={sorting}
            onSort={setSorting}
            actionsLabel={t('people.column.actions')}
            actions={(session) =>
              session.own ? null : (
                <Button
                  aria-label={t('sessions.endName', {
                    name: session.personName,
                    browser: session.browser,
                  })}
                  onClick={() => ending.mutate(session)}
                >
                  {t('sessions.end')}
                </Button>
              )
            }
          />
        )
      }
    </LoadedPanel>
  );
}

function sessionColumns(nowMs: number): readonly Column<OpenSession>[] {
  return [
    {
      id: 'person',
      label: t('sessions.column.person'),
      sortValue: ({ personName }) => personName,
      cell: ({ personName, role }) => (
        <span className="wrap-anywhere">
          <bdi className="font-medium">{personName}</bdi>
          <span className="block text-xs text-text-2">{t(`role.${role}`)}</span>
        </span>
      ),
    },
    {
      id: 'browser',
      label: t('sessions.column.browser'),
      sortValue: ({ browser }) => browser,
      cell: ({ browser, own }) => (
        <span className="wrap-anywhere">
          {browser}
          {own && <span className="block text-xs text-ok">{t('sessions.here')}</span>}
        </span>
      ),
    },
    {
      id: 'address',
      label: t('sessions.column.address'),
      sortValue: ({ address }) => address,
      cell: ({ address }) => (
        <bdi dir="ltr" className="font-mono text-xs wrap-anywhere">
          {address}
        </bdi>
      ),
    },
    {
      id: 'last-seen',
      label: t('sessions.column.lastSeen'),
      sortValue: ({ lastSeenMs }) => lastSeenMs,
      cell: ({ lastSeenMs }) => <PastTime atMs={lastSeenMs} nowMs={nowMs} />,
    },
    {
      id: 'since',
      label: t('sessions.column.since'),
      from: 'lg',
      sortValue: ({ createdAtMs }) => createdAtMs,
      cell: ({ createdAtMs }) => <PastTime atMs={createdAtMs} nowMs={nowMs} />,
    },
  ];
}
