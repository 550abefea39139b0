import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { RuleContent, RuleView } from '../../api/alarm-rules.ts';
import type { CameraView } from '../../api/camera.ts';
import { alarmRulesQuery, saveAlarmRule } from '../../device-access/alarm-rules.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { ruleText } from '../../messages/alarm-text.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { type DraftFaults, readDraft } from './read-draft.ts';
import { contentOfRule, deliveredRule, draftOf, newRule, type RuleDraft } from './rule-draft.ts';
import { RuleForm } from './rule-form.tsx';
import { RuleTrialLine } from './rule-trial-line.tsx';

export interface RuleEditorProps {
  /** Null for a new one. */
  readonly rule: RuleView | null;
  readonly cameras: readonly CameraView[];
  readonly onDirty: (dirty: boolean) => void;
  readonly onLeave: () => void;
}

/** A rule being made or changed. Nothing is sent before it is saved, and nothing typed is lost. */
export function RuleEditor({ rule, cameras, onDirty, onLeave }: RuleEditorProps): ReactElement {
  const queryClient = useQueryClient();
  const id = rule?.id ?? null;
  const [draft, setDraft] = useState(() => draftOf(rule === null ? newRule : contentOfRule(rule)));
  const [faults, setFaults] = useState<DraftFaults>({});
  const form = useRef<HTMLFormElement>(null);
  const delivered = deliveredRule(id);
  const read = readDraft(draft, delivered !== null);
  // What else is missing does not change how often it raises.
  const tried = readDraft({ ...draft, sendings: [], linkedCameraIds: [] }, true).content;
  const save = useMutation({
    mutationFn: (content: RuleContent) => saveAlarmRule(id, content),
    onSuccess: async (saved) => {
      onDirty(false);
      await queryClient.invalidateQueries({ queryKey: alarmRulesQuery().queryKey });
      const name = ruleText({ ruleId: saved.id, ruleName: saved.name });
      showToast({ tone: 'done', text: t('rules.saved', { name }) });
      onLeave();
    },
  });
  const change = (part: Partial<RuleDraft>) => {
    onDirty(true);
    setDraft((before) => ({ ...before, ...part }));
    setFaults({});
  };
  useEffect(() => () => onDirty(false), [onDirty]);
  const first = Object.keys(faults)[0];
  useEffect(() => {
    if (first === undefined) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault]')?.focus();
  }, [first]);
  const title = rule === null ? t('rules.new') : ruleText({ ruleId: rule.id, ruleName: rule.name });
  return (
    <PageFrame
      title={title}
      centred
      lead={
        <Button look="quiet" className="-ms-3" onClick={onLeave}>
          <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
          {t('rules.back')}
        </Button>
      }
    >
      <form
        ref={form}
        noValidate
        className="mx-auto grid w-full max-w-6xl items-start gap-x-10 gap-y-6 px-4 pb-8 sm:px-8 lg:grid-cols-[minmax(0,1fr)_20rem]"
        onSubmit={(event) => {
          event.preventDefault();
          if (save.isPending) return;
          setFaults(read.faults ?? {});
          if (read.content !== null) save.mutate(read.content);
        }}
      >
        <RuleForm
          draft={draft}
          faults={faults}
          cameras={cameras}
          onChange={change}
          deliveredName={delivered === null ? null : ruleText({ ruleId: id ?? '', ruleName: '' })}
        />
        <aside className="flex flex-col gap-4 lg:sticky lg:top-4">
          <RuleTrialLine content={tried} />
          {save.error !== null && (
            <Notice tone="error" title={problemText(problemOf(save.error)).what}>
              {t('rules.save.failed')}
            </Notice>
          )}
          {first !== undefined && <p className="text-sm text-p1">{t('rules.faults')}</p>}
          <Button look="primary" type="submit" aria-disabled={save.isPending}>
            {t(save.isPending ? 'rules.saving' : 'rules.save')}
          </Button>
          {delivered !== null && (
            <Button onClick={() => change(draftOf(delivered))}>{t('rules.reset')}</Button>
          )}
        </aside>
      </form>
    </PageFrame>
  );
}
