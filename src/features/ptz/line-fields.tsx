import type { TourPlan } from '../../domain/tour.ts';
import { t } from '../../messages/t.ts';
import { SelectField } from '../../ui/select-field.tsx';

type LinePlan = Extract<TourPlan, { kind: 'autopan' | 'cruise' }>;

export interface LineFieldsProps {
  readonly plan: LinePlan;
  readonly onChange: (plan: LinePlan) => void;
}

const asItIs = '';
/** The device's own scale. */
const speeds = ['0', '1', '2', '3'] as const;

/** How a camera goes along a line; its ends are marked from the list, where the picture is seen. */
export function LineFields({ plan, onChange }: LineFieldsProps) {
  return (
    <>
      <SelectField
        label={t('ptz.line.direction')}
        value={plan.direction ?? asItIs}
        options={[
          { value: asItIs, label: t('ptz.line.as-it-is') },
          { value: 'left', label: t('ptz.line.left') },
          { value: 'right', label: t('ptz.line.right') },
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...plan, direction: value === 'left' || value === 'right' ? value : null })
        }
      />
      <SelectField
        label={t('ptz.line.speed')}
        value={plan.speed === null ? asItIs : String(plan.speed)}
        options={[
          { value: asItIs, label: t('ptz.line.as-it-is') },
          ...speeds.map((value) => ({ value, label: value })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...plan, speed: value === asItIs ? null : Number(value) })
        }
      />
      <p className="text-text-2">{t('ptz.line.ends')}</p>
    </>
  );
}
