import type { ReactElement } from 'react';
import { type AlarmPriority, alarmPriorities } from '../../domain/alarm.ts';
import { t } from '../../messages/t.ts';
import { AlarmPriorityMark } from '../../playback/alarms/alarm-priority.tsx';
import { RadioField } from '../../ui/radio-field.tsx';

export interface PriorityFieldProps {
  readonly value: AlarmPriority;
  readonly onChange: (priority: AlarmPriority) => void;
}

/** How urgent, with what that asks of people. */
export function PriorityField({ value, onChange }: PriorityFieldProps): ReactElement {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-sm font-medium">{t('rules.priority')}</legend>
      {alarmPriorities.map((priority) => (
        <RadioField
          key={priority}
          name="priority"
          checked={value === priority}
          onChange={() => onChange(priority)}
          label={
            <span className="flex flex-wrap gap-x-3">
              <span className="w-24">
                <AlarmPriorityMark priority={priority} />
              </span>
              <span className="text-text-2">{t(`rules.priority.${priority}`)}</span>
            </span>
          }
        />
      ))}
      <p className="text-xs text-text-2">{t('rules.priority.guide')}</p>
    </fieldset>
  );
}
