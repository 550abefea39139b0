import { useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import type { ArmingView } from '../../api/site-control.ts';
import type { ArmingMode, NamedChoice } from '../../domain/arming.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { CommandNote } from './command-note.tsx';
import { scheduleChange } from './schedule-change.ts';
import { useArmingCommand } from './use-arming-command.ts';

export interface ScheduleDialogProps {
  readonly camera: CameraView;
  readonly arming: ArmingView;
  readonly onClose: () => void;
}

/** Gives modes a schedule, an override such as an hour of peace, or both. */
export function ScheduleDialog({ camera, arming, onClose }: ScheduleDialogProps) {
  const { schedules, overrides } = arming;
  const [modes, setModes] = useState<readonly ArmingMode[]>(arming.modes.map(({ mode }) => mode));
  const [scheduleId, setScheduleId] = useState('');
  const [overrideId, setOverrideId] = useState('');
  const command = useArmingCommand(camera.id);
  const change = scheduleChange(modes, scheduleId, overrideId);
  const set = () => {
    if (change === null || command.isPending) return;
    command.mutate(change, { onSuccess: (result) => result === 'done' && onClose() });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('site.arming.dialog', { camera: camera.name })}
      closeLabel={t('site.arming.dialog.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('site.arming.dialog.cancel')}</Button>
          <Button look="primary" aria-disabled={change === null || command.isPending} onClick={set}>
            {t(command.isPending ? 'site.arming.dialog.doing' : 'site.arming.dialog.do')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {arming.modes.length > 1 && (
          <fieldset>
            <legend className="mb-1 text-sm font-medium">{t('site.arming.dialog.modes')}</legend>
            {arming.modes.map(({ mode }) => (
              <CheckField
                key={mode}
                label={t(`site.arming.mode.${mode}`)}
                checked={modes.includes(mode)}
                onChange={({ target }) =>
                  setModes((now) => [
                    ...now.filter((one) => one !== mode),
                    ...(target.checked ? [mode] : []),
                  ])
                }
              />
            ))}
          </fieldset>
        )}
        {schedules.length > 0 && (
          <SelectField
            label={t('site.arming.dialog.schedule')}
            value={scheduleId}
            options={optionsOf(schedules)}
            onChange={({ target }) => setScheduleId(target.value)}
          />
        )}
        {overrides.length > 0 && (
          <SelectField
            label={t('site.arming.dialog.override')}
            hint={t('site.arming.dialog.overrideHint')}
            value={overrideId}
            options={optionsOf(overrides)}
            onChange={({ target }) => setOverrideId(target.value)}
          />
        )}
        <p className="text-sm text-text-2 empty:hidden">
          {change === null && t('site.arming.dialog.nothing')}
        </p>
        <CommandNote command={command} same={t('site.arming.same')} />
      </div>
    </Dialog>
  );
}

function optionsOf(choices: readonly NamedChoice[]) {
  const named = choices.map(({ id, name }) => ({ value: id, label: name || id }));
  return [{ value: '', label: t('site.arming.dialog.keep') }, ...named];
}
