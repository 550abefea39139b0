import type { ReactElement, ReactNode } from 'react';
import { t } from '../../messages/t.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ruleText } from './field-words.ts';
import { choicesOf, type FormField } from './form-fields.ts';
import { takesBareName } from './form-values.ts';

export interface FieldControlProps {
  readonly field: FormField;
  readonly text: string;
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
}

/** The control that fits a parameter. */
export function FieldControl({ field, text, error, onText }: FieldControlProps): ReactElement {
  const { name, schema, kind, required } = field;
  const label = <Label name={name} required={required} />;
  const hint = hintOf(field);
  const common = { label, hint, error, value: text };
  switch (kind) {
    case 'fixed':
      return (
        <TextField
          {...common}
          hint={undefined}
          readOnly
          value={schema.const === true ? t('console.flag', { name }) : String(schema.const)}
          inputClassName="opacity-70"
        />
      );
    case 'flag':
      return (
        <CheckField
          label={t('console.flag', { name })}
          checked={text !== ''}
          onChange={(event) => onText(event.target.checked ? 'true' : '')}
        />
      );
    case 'choice':
      return (
        <SelectField
          {...common}
          hint={undefined}
          onChange={(event) => onText(event.target.value)}
          options={[
            { value: '', label: required ? '' : t('console.notSent') },
            ...choicesOf(schema).map((value) => ({ value, label: value })),
          ]}
        />
      );
    case 'secret':
      return (
        <PasswordField
          {...common}
          autoComplete="off"
          showLabel={t('console.secret.show')}
          hideLabel={t('console.secret.hide')}
          onChange={(event) => onText(event.target.value)}
        />
      );
    case 'number':
    case 'text':
      return (
        <TextField
          {...common}
          dir="ltr"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          inputMode={kind === 'number' ? 'decimal' : 'text'}
          onChange={(event) => onText(event.target.value)}
        />
      );
  }
}

interface LabelProps {
  readonly name: string;
  readonly required: boolean;
}

function Label({ name, required }: LabelProps): ReactNode {
  const shown = required ? name : t('console.optional', { name });
  return (
    <bdi dir="ltr" className="font-mono text-xs wrap-anywhere">
      {shown}
    </bdi>
  );
}

function hintOf(field: FormField): string | undefined {
  const rule = ruleText(field.schema);
  if (takesBareName(field) && field.required) return `${rule}. ${t('console.bare')}`;
  return rule === '' ? undefined : rule;
}
