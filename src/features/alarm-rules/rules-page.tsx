import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, BellPlus, Plus } from 'lucide-react';
import { type ReactElement, useCallback, useRef } from 'react';
import { alarmRulesQuery } from '../../device-access/alarm-rules.ts';
import { camerasQuery } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RulesTable } from './rules-table.tsx';

export interface RulesPageProps {
  /** Which one is open, `new` for one that is being made; absent for the list. */
  readonly open: string | undefined;
  readonly onOpen: (rule: string | undefined) => void;
}

/** The rules that make alarms of events, or one of them being changed. */
export function RulesPage({ open, onOpen }: RulesPageProps): ReactElement {
  const dirty = useRef(false);
  const rules = useQuery(alarmRulesQuery());
  const cameras = useQuery(camerasQuery());
  const onDirty = useCallback((now: boolean) => {
    dirty.current = now;
  }, []);
  const rule = rules.data?.find(({ id }) => id === open) ?? null;
  const isKnown = open === 'new' || rule !== null;
  const add = (
    <Button look="primary" onClick={() => onOpen('new')}>
      <Plus aria-hidden className="size-4" />
      {t('rules.add')}
    </Button>
  );
  if (open !== undefined && rules.data !== undefined && isKnown) {
    return (
      <>
        <LeaveGuard
          dirty={dirty}
          words={{
            title: t('rules.leave.title'),
            text: t('rules.leave.text'),
            leave: t('rules.leave.confirm'),
            stay: t('rules.leave.stay'),
          }}
        />
        <RuleEditor
          key={open}
          rule={rule}
          cameras={cameras.data ?? []}
          onDirty={onDirty}
          onLeave={() => onOpen(undefined)}
        />
      </>
    );
  }
  return (
    <PageFrame
      title={t('rules.title')}
      centred
      actions={add}
      lead={
        <Link to="/alarms" className={buttonLook('quiet', '-ms-3')}>
          <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
          {t('alarms.title')}
        </Link>
      }
    >
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-4 px-4 pb-8 sm:px-8">
        <p className="text-text-2">{t('rules.lead')}</p>
        {rules.error !== null && (
          <Notice
            tone="error"
            title={t('rules.failed')}
            actions={<Button onClick={() => void rules.refetch()}>{t('rules.again')}</Button>}
          >
            {problemText(problemOf(rules.error)).what}
          </Notice>
        )}
        {rules.isPending && <p role="status">{t('rules.loading')}</p>}
        {open !== undefined && rules.data !== undefined && (
          <Notice tone="info" title={t('rules.gone')} />
        )}
        {rules.data?.length === 0 && (
          <EmptyState icon={BellPlus} title={t('rules.empty')} actions={add}>
            {t('rules.empty.text')}
          </EmptyState>
        )}
        {rules.data !== undefined && rules.data.length > 0 && (
          <RulesTable rules={rules.data} cameras={cameras.data ?? []} onOpen={onOpen} />
        )}
      </div>
    </PageFrame>
  );
}
