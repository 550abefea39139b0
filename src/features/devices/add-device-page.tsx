import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { DeviceView } from '../../api/device.ts';
import type { ProbeFindings } from '../../api/probe.ts';
import { createDevice } from '../../device-access/commands.ts';
import { queryKeys, siteQuery } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { t } from '../../messages/t.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { centredColumn } from '../../ui/page-frame.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { useEscape } from '../../ui/use-escape.ts';
import { AddressStep } from './address-step.tsx';
import { CamerasStep } from './cameras-step.tsx';
import { CheckStep } from './check-step.tsx';
import { DoneStep } from './done-step.tsx';
import { NameStep } from './name-step.tsx';
import { PageFrame } from './page-frame.tsx';
import { useWizardProbe } from './use-wizard-probe.ts';
import { emptyWizard, type WizardForm } from './wizard-form.ts';

const steps = ['address', 'check', 'cameras', 'name'] as const;
type Step = (typeof steps)[number];

/** Adds a device: address, check, cameras, name. Each further device begins a new wizard. */
export function AddDevicePage(): ReactElement {
  const [round, setRound] = useState(0);
  return <Wizard key={round} onAnother={() => setRound(round + 1)} />;
}

function Wizard({ onAnother }: { readonly onAnother: () => void }): ReactElement {
  const [step, setStep] = useState<Step>('address');
  const [saved, setSaved] = useState<DeviceView | null>(null);
  const form = useForm<WizardForm>({ defaultValues: emptyWizard, shouldUnregister: false });
  const { isDirty } = form.formState;
  const probe = useWizardProbe(form);
  const { data: site } = useQuery(siteQuery());
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { findings } = probe.run;

  const leaving = useBlocker({
    shouldBlockFn: () => isDirty && saved === null,
    enableBeforeUnload: isDirty && saved === null,
    withResolver: true,
  });
  const save = useMutation({
    mutationFn: (found: ProbeFindings) => createDevice(newDeviceOf(found, form.getValues())),
    onSuccess: async (device) => {
      setSaved(device);
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.devices }),
        queryClient.invalidateQueries({ queryKey: queryKeys.cameras }),
      ]);
    },
  });
  const leave = () => void navigate({ to: '/devices' });
  useEscape(() => (probe.run.phase === 'running' ? probe.cancel() : leave()));

  function checkFrom(check: () => void) {
    check();
    save.reset();
    setStep('check');
  }

  const position = saved === null ? steps.indexOf(step) : steps.length;
  return (
    <PageFrame title={t('devices.wizard.title')} back centred>
      <div className="border-b border-line">
        <div className={`px-4 pb-4 sm:px-8 ${centredColumn}`}>
          <Stepper
            label={t('devices.wizard.steps')}
            steps={steps.map((id) => ({ id, label: t(`devices.wizard.step.${id}`) }))}
            current={position}
            positionLabel={t('devices.wizard.position', {
              position: Math.min(position + 1, steps.length),
              total: steps.length,
              name: t(`devices.wizard.step.${step}`),
            })}
            doneLabel={t('devices.wizard.done')}
          />
        </div>
      </div>
      <FormProvider {...form}>
        {saved !== null && <DoneStep device={saved} onAnother={onAnother} />}
        {saved === null && step === 'address' && (
          <AddressStep
            protocols={site?.protocols ?? []}
            onCancel={leave}
            onDone={() => checkFrom(probe.checkIfChanged)}
          />
        )}
        {saved === null && step === 'check' && (
          <CheckStep
            probe={probe}
            onBack={() => {
              if (probe.run.phase === 'running') probe.cancel();
              setStep('address');
            }}
            onDone={() => setStep('cameras')}
          />
        )}
        {saved === null && step === 'cameras' && findings !== null && (
          <CamerasStep
            findings={findings}
            onBack={() => setStep('check')}
            onDone={() => setStep('name')}
          />
        )}
        {saved === null && step === 'name' && findings !== null && (
          <NameStep
            findings={findings}
            saving={save.isPending}
            problem={save.error === null ? null : problemOf(save.error)}
            onBack={() => setStep('cameras')}
            onCheckAgain={() => checkFrom(probe.check)}
            onSave={() => save.mutate(findings)}
          />
        )}
      </FormProvider>
      <ConfirmDialog
        open={leaving.status === 'blocked'}
        title={t('devices.wizard.leave.title')}
        confirmLabel={t('devices.wizard.leave.confirm')}
        cancelLabel={t('devices.wizard.leave.stay')}
        onConfirm={() => leaving.proceed?.()}
        onCancel={() => leaving.reset?.()}
      >
        {t('devices.wizard.leave.text')}
      </ConfirmDialog>
    </PageFrame>
  );
}

function newDeviceOf(findings: ProbeFindings, form: WizardForm) {
  return {
    draftId: findings.draftId,
    name: form.name.trim(),
    cameras: form.cameras.map(({ cameraId, name, enabled }) => ({
      id: cameraId,
      name: name.trim(),
      enabled,
    })),
  };
}
