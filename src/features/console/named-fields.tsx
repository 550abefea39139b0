import { Plus, X } from 'lucide-react';
import type { Dispatch, ReactElement, SetStateAction } from 'react';
import { isSecretName } from '../../domain/secret-name.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { OpenNames } from './form-fields.ts';
import { type FieldErrors, type FormValues, type NamedValue, namedKey } from './form-values.ts';

export interface NamedFieldsProps {
  readonly names: readonly OpenNames[];
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly onValues: Dispatch<SetStateAction<FormValues>>;
}

/** Parameters under names that only the device knows: as many as a person likes. */
export function NamedFields(props: NamedFieldsProps): ReactElement | null {
  const { names, values, errors, onValues } = props;
  if (names.length === 0) return null;
  const change = (named: readonly NamedValue[]) => onValues((before) => ({ ...before, named }));
  const edit = (id: number, part: Partial<NamedValue>) =>
    change(values.named.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const nextId = Math.max(0, ...values.named.map(({ id }) => id)) + 1;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="text-sm font-medium">{t('console.named')}</legend>
      <p className="text-xs text-text-2">
        {t('console.named.hint', { titles: names.map(({ title }) => title).join(', ') })}
      </p>
      {values.named.map(({ id, name, value }, index) => {
        const position = index + 1;
        return (
          <div key={id} className="flex items-start gap-2">
            <TextField
              label={t('console.named.name', { position })}
              value={name}
              dir="ltr"
              spellCheck={false}
              autoCapitalize="off"
              error={errors[namedKey(id)] ?? errors[`query.${name}`]}
              onChange={(event) => edit(id, { name: event.target.value })}
              className="min-w-0 grow"
            />
            <TextField
              label={t('console.named.value', { position })}
              value={value}
              type={isSecretName(name) ? 'password' : 'text'}
              autoComplete="off"
              dir="ltr"
              spellCheck={false}
              autoCapitalize="off"
              onChange={(event) => edit(id, { value: event.target.value })}
              className="min-w-0 grow"
            />
            <IconButton
              icon={X}
              label={t('console.named.remove', { position })}
              className="mt-6"
              onClick={() => change(values.named.filter((one) => one.id !== id))}
            />
          </div>
        );
      })}
      <div>
        <Button onClick={() => change([...values.named, { id: nextId, name: '', value: '' }])}>
          <Plus aria-hidden className="size-4" />
          {t('console.named.add')}
        </Button>
      </div>
    </fieldset>
  );
}
