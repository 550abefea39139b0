import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { RuleView } from '../../api/alarm-rules.ts';
import { alarmRulesQuery, saveAlarmRule } from '../../device-access/alarm-rules.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { ruleText } from '../../messages/alarm-text.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { SwitchField } from '../../ui/switch-field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { contentOfRule } from './rule-draft.ts';

/** Switches a rule on or off at once. */
export function RuleSwitch({ rule }: { readonly rule: RuleView }): ReactElement {
  const queryClient = useQueryClient();
  const name = ruleText({ ruleId: rule.id, ruleName: rule.name });
  const save = useMutation({
    mutationFn: (enabled: boolean) => saveAlarmRule(rule.id, { ...contentOfRule(rule), enabled }),
    onError: (fault) => showToast({ tone: 'failed', text: problemText(problemOf(fault)).what }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: alarmRulesQuery().queryKey }),
  });
  return (
    <SwitchField
      label={t(rule.enabled ? 'rules.on' : 'rules.off')}
      name={name}
      on={rule.enabled}
      busy={save.isPending}
      onSwitch={(enabled) => save.mutate(enabled)}
    />
  );
}
