import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type ConditionField, conditionFields } from './read-draft.ts';
import { objectKinds, type RuleDraft } from './rule-draft.ts';
import type { RulePartProps } from './rule-part.ts';

/** What else must hold, as far as the topic can be asked about it. */
export function ConditionFields(props: RulePartProps): ReactElement | null {
  const fields = conditionFields(props.draft.topic);
  return fields.length === 0 ? null : (
    <div className="flex flex-col gap-3">
      {fields.map((field) => (
        <Condition key={field} field={field} {...props} />
      ))}
    </div>
  );
}

function Condition(props: RulePartProps & { readonly field: ConditionField }): ReactElement {
  const { field, draft, faults, onChange } = props;
  switch (field) {
    case 'kinds':
      return <KindFields {...props} />;
    case 'plates':
      return (
        <TextArea
          prose
          rows={3}
          label={t('rules.plates')}
          hint={t('rules.plates.hint')}
          value={draft.plates}
          error={faults.plates}
          onChange={(event) => onChange({ plates: event.target.value })}
        />
      );
    case 'serious':
      return (
        <CheckField
          label={t('rules.serious')}
          checked={draft.seriousOnly}
          onChange={(event) => onChange({ seriousOnly: event.target.checked })}
        />
      );
    case 'percent':
    case 'full':
    case 'seconds':
      return <NumberField {...props} field={field} />;
  }
}

const numbers = {
  percent: 'leastPercent',
  full: 'leastFullPercent',
  seconds: 'leastSeconds',
} as const satisfies Record<string, keyof RuleDraft>;

interface NumberFieldProps extends RulePartProps {
  readonly field: keyof typeof numbers;
}

function NumberField({ field, draft, faults, onChange }: NumberFieldProps): ReactElement {
  const { topic } = draft;
  const label =
    field === 'percent' && topic === 'motion' ? 'rules.area' : (`rules.${field}` as const);
  return (
    <TextField
      className="max-w-xs"
      inputMode="decimal"
      autoComplete="off"
      label={t(label)}
      hint={t(`rules.${field}.hint`)}
      value={draft[numbers[field]]}
      error={faults[field]}
      onChange={(event) => onChange({ [numbers[field]]: event.target.value })}
    />
  );
}

function KindFields({ draft, faults, onChange }: RulePartProps): ReactElement {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-sm font-medium">{t('rules.kinds')}</legend>
      <div className="flex flex-wrap gap-x-5">
        {objectKinds.map((kind) => (
          <CheckField
            key={kind}
            label={t(`events.object.${kind}`)}
            checked={draft.objectKinds.includes(kind)}
            onChange={(event) =>
              onChange({
                objectKinds: event.target.checked
                  ? [...draft.objectKinds, kind]
                  : draft.objectKinds.filter((each) => each !== kind),
              })
            }
          />
        ))}
      </div>
      <TextField
        className="max-w-sm"
        label={t('rules.kinds.other')}
        hint={t('rules.kinds.hint')}
        value={draft.otherKinds}
        error={faults.kinds}
        onChange={(event) => onChange({ otherKinds: event.target.value })}
      />
    </fieldset>
  );
}
