import { type ReactElement, useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import type { ProbeFindings } from '../../api/probe.ts';
import type { SeenProblem } from '../../api/problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Fact, FactList } from './fact-list.tsx';
import { StepFrame } from './step-frame.tsx';
import type { WizardForm } from './wizard-form.ts';

export interface NameStepProps {
  readonly findings: ProbeFindings;
  readonly saving: boolean;
  readonly problem: SeenProblem | null;
  readonly onBack: () => void;
  readonly onCheckAgain: () => void;
  readonly onSave: () => void;
}

export function NameStep(props: NameStepProps): ReactElement {
  const { findings, saving, problem, onBack, onCheckAgain, onSave } = props;
  const form = useFormContext<WizardForm>();
  useEffect(() => form.setFocus('name', { shouldSelect: true }), [form]);

  return (
    <StepFrame
      title={t('devices.name.title')}
      onSubmit={() => void form.handleSubmit(onSave)()}
      back={
        <Button onClick={onBack} disabled={saving}>
          {t('devices.back')}
        </Button>
      }
      next={
        <Button look="primary" type="submit" disabled={saving}>
          {saving && <Spinner className="text-black" />}
          {saving ? t('devices.saving') : t('devices.name.save')}
        </Button>
      }
    >
      <div className="flex max-w-xl flex-col gap-6">
        {problem !== null && <SaveProblem problem={problem} onCheckAgain={onCheckAgain} />}
        <TextField
          {...form.register('name', {
            validate: (name) => name.trim() !== '' || t('devices.name.missing'),
          })}
          label={t('devices.name.label')}
          hint={t('devices.name.hint')}
          error={form.formState.errors.name?.message}
          autoComplete="off"
          maxLength={128}
        />
        <section>
          <h3 className="mb-2 font-semibold">{t('devices.name.summary')}</h3>
          <FactList facts={summaryOf(findings, form.getValues())} />
        </section>
      </div>
    </StepFrame>
  );
}

interface SaveProblemProps {
  readonly problem: SeenProblem;
  readonly onCheckAgain: () => void;
}

function SaveProblem({ problem, onCheckAgain }: SaveProblemProps): ReactElement {
  const { what, todo } = problemText(problem);
  // What a check found is kept for a quarter of an hour only.
  const expired = problem.reason === 'not-found';
  const known = problem.reason === 'conflict';
  const advice = expired
    ? t('devices.name.expired')
    : known
      ? t('devices.name.conflict')
      : `${what} ${todo}`;
  return (
    <Notice
      tone="error"
      title={t('devices.name.failed')}
      actions={expired && <Button onClick={onCheckAgain}>{t('devices.check.again')}</Button>}
    >
      {advice}
    </Notice>
  );
}

function summaryOf(findings: ProbeFindings, form: WizardForm): readonly Fact[] {
  const { address, protocolName, product, firmware, zone, account } = findings;
  const enabled = form.cameras.filter((camera) => camera.enabled).length;
  return [
    { label: t('devices.column.address'), value: address, code: true },
    { label: t('devices.column.protocol'), value: protocolName },
    { label: t('devices.page.product'), value: product },
    { label: t('devices.column.firmware'), value: firmware },
    { label: t('devices.page.zone'), value: zone },
    { label: t('devices.page.username'), value: account?.name },
    {
      label: t('devices.column.cameras'),
      value: t('devices.cameras.enabled', { enabled, total: form.cameras.length }),
    },
  ];
}
