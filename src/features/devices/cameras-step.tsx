import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { ProbeFindings } from '../../api/probe.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AbilityList } from './ability-list.tsx';
import { CameraChoices } from './camera-choices.tsx';
import { isClockWrong } from './clock-skew.tsx';
import { StepFrame } from './step-frame.tsx';
import type { WizardForm } from './wizard-form.ts';

export interface CamerasStepProps {
  readonly findings: ProbeFindings;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

export function CamerasStep({ findings, onBack, onDone }: CamerasStepProps): ReactElement {
  const form = useFormContext<WizardForm>();
  const cameras = useWatch<WizardForm, 'cameras'>({ name: 'cameras' });
  const chosen = cameras.filter(({ enabled }) => enabled).length;
  const nothingChosen = cameras.length > 0 && chosen === 0;

  function chooseAll(enabled: boolean) {
    for (const [position] of cameras.entries()) {
      form.setValue(`cameras.${position}.enabled`, enabled, { shouldDirty: true });
    }
  }

  return (
    <StepFrame
      title={t('devices.found.title')}
      text={cameras.length > 0 ? t('devices.found.text') : undefined}
      focusTitle
      onSubmit={() => {
        if (!nothingChosen) void form.handleSubmit(onDone)();
      }}
      back={<Button onClick={onBack}>{t('devices.back')}</Button>}
      next={
        <Button look="primary" type="submit" disabled={nothingChosen}>
          {t('devices.continue')}
          <ArrowRight aria-hidden className="size-4 rtl:rotate-180" />
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        <ClockNotice skewMs={findings.clockSkewMs} />
        {cameras.length === 0 ? (
          <Notice tone="warning" title={t('devices.found.noCameras')}>
            {t('devices.found.noCamerasTodo')}
          </Notice>
        ) : (
          <>
            <AbilityList cameras={findings.cameras} />
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <p aria-live="polite" className={nothingChosen ? 'text-p1' : 'text-text-2'}>
                {nothingChosen
                  ? t('devices.found.noneChosen')
                  : t('devices.found.chosen', { chosen, total: cameras.length })}
              </p>
              {cameras.length > 1 && (
                <Button look="quiet" onClick={() => chooseAll(chosen < cameras.length)}>
                  {t(chosen < cameras.length ? 'devices.found.all' : 'devices.found.none')}
                </Button>
              )}
            </div>
            <CameraChoices live={findings.cameras} />
          </>
        )}
      </div>
    </StepFrame>
  );
}

function ClockNotice({ skewMs }: { readonly skewMs: number | undefined }): ReactElement | null {
  if (skewMs === undefined || !isClockWrong(skewMs)) return null;
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const direction = skewMs > 0 ? 'ahead' : 'behind';
  return (
    <Notice tone="warning" title={t('devices.found.clock', { seconds, direction })}>
      {t('devices.found.clockTodo')}
    </Notice>
  );
}
