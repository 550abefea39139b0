import type { ReactElement } from 'react';
import { type EventTopic, eventTopics } from '../../domain/device-event.ts';
import { t } from '../../messages/t.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CamerasField, LinkedCamerasField } from './cameras-field.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { HoursFields } from './hours-fields.tsx';
import { PriorityField } from './priority-field.tsx';
import type { RulePartProps } from './rule-part.ts';
import { SendingsField } from './sendings-field.tsx';

export interface RuleFormProps extends RulePartProps {
  /** What the product calls it where no name is given; null where one is needed. */
  readonly deliveredName: string | null;
}

export function RuleForm(props: RuleFormProps): ReactElement {
  const { draft, faults, onChange, deliveredName } = props;
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <TextField
        label={t('rules.name')}
        maxLength={64}
        value={draft.name}
        error={faults.name}
        {...(deliveredName !== null && {
          placeholder: deliveredName,
          hint: t('rules.name.delivered', { name: deliveredName }),
        })}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <CheckField
        label={t('rules.enabled')}
        checked={draft.enabled}
        onChange={(event) => onChange({ enabled: event.target.checked })}
      />
      <PriorityField value={draft.priority} onChange={(priority) => onChange({ priority })} />
      <section className="flex flex-col gap-3">
        <SelectField
          label={t('rules.topic')}
          value={draft.topic}
          options={eventTopics.map((topic) => ({
            value: topic,
            label: t(`events.topic.${topic}`),
          }))}
          onChange={(event) => onChange({ topic: event.target.value as EventTopic })}
        />
        <p className="text-xs text-text-2">{t(`rules.about.${draft.topic}`)}</p>
        <ConditionFields {...props} />
      </section>
      <CamerasField {...props} />
      <HoursFields {...props} />
      <TextArea
        prose
        rows={5}
        maxLength={4000}
        label={t('rules.procedure')}
        hint={t('rules.procedure.hint')}
        value={draft.procedure}
        onChange={(event) => onChange({ procedure: event.target.value })}
      />
      <LinkedCamerasField {...props} />
      <SendingsField {...props} />
    </div>
  );
}
