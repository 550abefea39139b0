import { ArrowRight, RotateCw } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { useFormContext } from 'react-hook-form';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { AccountPanel } from './account-panel.tsx';
import { CertificatePanel } from './certificate-panel.tsx';
import { Found } from './found.tsx';
import { ProbeLadder } from './probe-ladder.tsx';
import { doubtedCertificate, type ProbeRun } from './probe-run.ts';
import { ProbeVerdict } from './probe-verdict.tsx';
import { StepFrame } from './step-frame.tsx';
import type { WizardProbe } from './use-wizard-probe.ts';
import type { WizardForm } from './wizard-form.ts';

export interface CheckStepProps {
  readonly probe: WizardProbe;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

export function CheckStep({ probe, onBack, onDone }: CheckStepProps): ReactElement {
  const { run } = probe;
  const form = useFormContext<WizardForm>();
  const wantsAccount = run.phase === 'stopped' && isLoginProblem(run);

  return (
    <StepFrame
      title={t('devices.check.title', { address: form.getValues('address') })}
      focusTitle
      onSubmit={() => {
        if (wantsAccount) void form.handleSubmit(probe.continueWithAccount)();
        else if (run.phase === 'found') onDone();
      }}
      back={<Button onClick={onBack}>{t('devices.back')}</Button>}
      next={
        <CheckButtons
          phase={run.phase}
          wantsAccount={wantsAccount}
          onCancel={probe.cancel}
          onAgain={probe.check}
        />
      }
    >
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <ProbeLadder run={run} />
        <div className="flex flex-col gap-4 max-lg:-order-1">
          <Outcome probe={probe} wantsAccount={wantsAccount} onBack={onBack} />
          <ProbeVerdict
            candidates={run.candidates}
            onChoose={run.phase === 'running' ? undefined : probe.checkAs}
          />
        </div>
      </div>
    </StepFrame>
  );
}

interface CheckButtonsProps {
  readonly phase: ProbeRun['phase'];
  readonly wantsAccount: boolean;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}

function CheckButtons({ phase, wantsAccount, onCancel, onAgain }: CheckButtonsProps) {
  const onward = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (phase === 'found') onward.current?.focus();
  }, [phase]);

  if (phase === 'running') {
    return (
      <>
        <span className="inline-flex items-center gap-2 px-2 text-text-2">
          <Spinner />
          {t('devices.check.running')}
        </span>
        <Button onClick={onCancel}>{t('devices.check.cancel')}</Button>
      </>
    );
  }
  const again = (
    <Button onClick={onAgain}>
      <RotateCw aria-hidden className="size-4" />
      {t('devices.check.again')}
    </Button>
  );
  if (!wantsAccount && phase !== 'found') return again;
  return (
    <>
      {!wantsAccount && again}
      <Button ref={onward} look="primary" type="submit">
        {wantsAccount ? t('devices.account.submit') : t('devices.continue')}
        <ArrowRight aria-hidden className="size-4 rtl:rotate-180" />
      </Button>
    </>
  );
}

interface OutcomeProps {
  readonly probe: WizardProbe;
  readonly wantsAccount: boolean;
  readonly onBack: () => void;
}

function Outcome({ probe, wantsAccount, onBack }: OutcomeProps): ReactElement | null {
  const { run } = probe;
  if (wantsAccount && run.problem !== null) {
    return <AccountPanel problem={run.problem} onReuse={probe.continueWithLastAccount} />;
  }
  const doubted = doubtedCertificate(run);
  if (doubted !== null) return <CertificatePanel shown={doubted} onTrust={probe.trust} />;
  if (run.phase === 'found' && run.findings !== null) return <Found findings={run.findings} />;
  if (run.phase === 'cancelled') {
    return (
      <Notice tone="info" title={t('devices.check.cancelled')}>
        {t('devices.check.cancelledTodo')}
      </Notice>
    );
  }
  if (run.problem === null) return null;
  const { what, todo } = problemText(run.problem);
  return (
    <Notice
      tone="error"
      title={what}
      actions={<Button onClick={onBack}>{t('devices.check.changeAddress')}</Button>}
    >
      {todo}
    </Notice>
  );
}

function isLoginProblem(run: ProbeRun): boolean {
  return run.problem?.reason === 'login-needed' || run.problem?.reason === 'login-refused';
}
