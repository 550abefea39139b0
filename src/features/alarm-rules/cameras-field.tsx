import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';
import { CameraChecks } from '../../playback/camera-choice/camera-checks.tsx';
import { RadioField } from '../../ui/radio-field.tsx';
import { FieldFault } from './field-fault.tsx';
import type { RulePartProps } from './rule-part.ts';

/** Where the rule looks: everywhere, or at some cameras. */
export function CamerasField({ draft, faults, cameras, onChange }: RulePartProps): ReactElement {
  const chosen = new Set(draft.cameraIds);
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="mb-1 text-sm font-medium">{t('rules.cameras')}</legend>
      <RadioField
        name="everywhere"
        label={t('rules.cameras.all')}
        checked={draft.everywhere}
        onChange={() => onChange({ everywhere: true })}
      />
      <RadioField
        name="everywhere"
        label={t('rules.cameras.some')}
        checked={!draft.everywhere}
        onChange={() => onChange({ everywhere: false })}
      />
      {!draft.everywhere && (
        <div className="mt-2 ps-7">
          <CameraChecks
            legend={t('rules.cameras.which')}
            cameras={cameras}
            chosen={chosen}
            onChoose={(next) => onChange({ cameraIds: [...next] })}
          />
        </div>
      )}
      <FieldFault fault={faults.cameras} />
    </fieldset>
  );
}

/** What else is shown live beside an alarm. */
export function LinkedCamerasField(props: RulePartProps): ReactElement {
  const { draft, faults, cameras, onChange } = props;
  const chosen = new Set(draft.linkedCameraIds);
  return (
    <details
      open={chosen.size > 0 || undefined}
      className="rounded-control border border-line px-4 py-2"
    >
      <summary className="min-h-8 cursor-pointer py-1 text-sm font-medium pointer-coarse:min-h-11">
        {t('rules.linked', { count: chosen.size })}
      </summary>
      <p className="mb-2 text-xs text-text-2">{t('rules.linked.hint')}</p>
      <CameraChecks
        legend={t('rules.linked.which')}
        cameras={cameras}
        chosen={chosen}
        onChoose={(next) => onChange({ linkedCameraIds: [...next] })}
      />
      <FieldFault fault={faults.linked} />
    </details>
  );
}
