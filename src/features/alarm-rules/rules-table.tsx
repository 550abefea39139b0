import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { RuleView } from '../../api/alarm-rules.ts';
import type { CameraView } from '../../api/camera.ts';
import { alarmRulesQuery, removeAlarmRule } from '../../device-access/alarm-rules.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { ruleText } from '../../messages/alarm-text.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { AlarmPriorityMark } from '../../playback/alarms/alarm-priority.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { type Column, DataTable, type Sorting } from '../../ui/data-table.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { RuleSwitch } from './rule-switch.tsx';
import { camerasText, hoursText } from './rule-words.ts';

export interface RulesTableProps {
  readonly rules: readonly RuleView[];
  readonly cameras: readonly CameraView[];
  readonly onOpen: (ruleId: string) => void;
}

const nameOfRule = ({ id, name }: Pick<RuleView, 'id' | 'name'>): string =>
  ruleText({ ruleId: id, ruleName: name });

export function RulesTable({ rules, cameras, onOpen }: RulesTableProps): ReactElement {
  const queryClient = useQueryClient();
  const [sorting, setSorting] = useState<Sorting>({ columnId: 'priority', descending: false });
  const [leaving, setLeaving] = useState<RuleView | null>(null);
  const remove = useMutation({
    mutationFn: ({ id }: RuleView) => removeAlarmRule(id),
    onSuccess: (_, rule) =>
      showToast({ tone: 'done', text: t('rules.removed', { name: nameOfRule(rule) }) }),
    onError: (fault) => showToast({ tone: 'failed', text: problemText(problemOf(fault)).what }),
    onSettled: () => {
      setLeaving(null);
      return queryClient.invalidateQueries({ queryKey: alarmRulesQuery().queryKey });
    },
  });
  return (
    <>
      <DataTable
        label={t('rules.title')}
        columns={columnsOf(cameras, onOpen)}
        rows={rules}
        rowId={({ id }) => id}
        sorting={sorting}
        onSort={setSorting}
        actionsLabel={t('rules.actions')}
        actions={(rule) => (
          <IconButton
            icon={Trash2}
            label={t('rules.remove', { name: nameOfRule(rule) })}
            onClick={() => setLeaving(rule)}
          />
        )}
      />
      <ConfirmDialog
        open={leaving !== null}
        title={t('rules.remove.title', { name: leaving === null ? '' : nameOfRule(leaving) })}
        confirmLabel={t('rules.remove.confirm')}
        cancelLabel={t('rules.cancel')}
        busy={remove.isPending}
        onConfirm={() => leaving !== null && remove.mutate(leaving)}
        onCancel={() => setLeaving(null)}
      >
        {t('rules.remove.text')}
      </ConfirmDialog>
    </>
  );
}

function columnsOf(
  cameras: readonly CameraView[],
  onOpen: (ruleId: string) => void,
): readonly Column<RuleView>[] {
  return [
    {
      id: 'name',
      label: t('rules.column.name'),
      sortValue: nameOfRule,
      cell: (rule) => (
        <Button
          look="quiet"
          className="-mx-3 text-start text-accent"
          onClick={() => onOpen(rule.id)}
        >
          <bdi className="wrap-anywhere">{nameOfRule(rule)}</bdi>
        </Button>
      ),
    },
    {
      id: 'priority',
      label: t('rules.column.priority'),
      sortValue: ({ priority }) => priority,
      cell: ({ priority }) => <AlarmPriorityMark priority={priority} />,
    },
    {
      id: 'topic',
      label: t('rules.column.topic'),
      sortValue: ({ topic }) => t(`events.topic.${topic}`),
      cell: ({ topic }) => t(`events.topic.${topic}`),
    },
    {
      id: 'cameras',
      label: t('rules.column.cameras'),
      cell: ({ cameraIds }) => <bdi>{camerasText(cameraIds, cameras)}</bdi>,
    },
    {
      id: 'hours',
      label: t('rules.column.hours'),
      from: 'lg',
      cell: ({ hours }) => hoursText(hours),
    },
    {
      id: 'enabled',
      label: t('rules.column.enabled'),
      sortValue: ({ enabled }) => (enabled ? 0 : 1),
      cell: (rule) => <RuleSwitch rule={rule} />,
    },
  ];
}
