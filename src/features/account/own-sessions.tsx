import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { OpenSession } from '../../api/session.ts';
import { endOwnSession, ownSessionsQuery } from '../../device-access/account.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { useProxyNow } from '../../device-access/use-proxy-now.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { agoText } from '../../ui/ago-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** Every browser in which the person is signed in; each of the others can be ended. */
export function OwnSessions(): ReactElement {
  const sessions = useQuery(ownSessionsQuery());
  const queryClient = useQueryClient();
  const ending = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      await Promise.all(ids.map((id) => endOwnSession(id)));
    },
    onSuccess: (_, ids) =>
      showToast({ tone: 'done', text: t('account.sessions.ended', { count: ids.length }) }),
    onError: (fault) => {
      const problem = problemText(problemOf(fault)).what;
      showToast({ tone: 'failed', text: t('account.sessions.endFailed', { problem }) });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.sessions }),
  });
  const end = (ids: readonly string[]) => {
    if (!ending.isPending) ending.mutate(ids);
  };

  if (sessions.data === undefined) {
    if (sessions.error === null) {
      return <Skeleton label={t('account.sessions.loading')} rows={2} rowClassName="h-14" />;
    }
    return (
      <Notice
        tone="error"
        title={t('account.sessions.failed')}
        actions={
          <Button onClick={() => void sessions.refetch()}>{t('account.sessions.retry')}</Button>
        }
      >
        {problemText(problemOf(sessions.error)).todo}
      </Notice>
    );
  }
  const others = sessions.data.filter(({ own }) => !own);
  return (
    <>
      <ul aria-label={t('account.sessions.title')} className="flex flex-col gap-2">
        {sessions.data.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => end([session.id])} />
        ))}
      </ul>
      {others.length === 0 ? (
        <p className="text-text-2">{t('account.sessions.none')}</p>
      ) : (
        <div>
          <Button look="danger" onClick={() => end(others.map(({ id }) => id))}>
            {t('account.sessions.endOthers')}
          </Button>
        </div>
      )}
    </>
  );
}

interface SessionRowProps {
  readonly session: OpenSession;
  readonly onEnd: () => void;
}

function SessionRow({ session, onEnd }: SessionRowProps): ReactElement {
  const nowMs = useProxyNow();
  const { browser, address, own } = session;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control border border-line bg-panel px-4 py-3">
      <div className="min-w-0 grow basis-56">
        <p className="font-medium wrap-anywhere">
          {browser}
          {own && <span className="font-normal text-ok"> · {t('account.sessions.here')}</span>}
        </p>
        <p className="text-xs text-text-2 wrap-anywhere">
          {t('account.sessions.facts', {
            address,
            lastSeen: agoText(nowMs - session.lastSeenMs),
            since: agoText(nowMs - session.createdAtMs),
          })}
        </p>
      </div>
      {!own && (
        <Button
          onClick={onEnd}
          aria-label={t('account.sessions.endName', { browser, address })}
          className="max-sm:grow"
        >
          {t('account.sessions.end')}
        </Button>
      )}
    </li>
  );
}
