import type { ReactElement } from 'react';
import { useFormContext } from 'react-hook-form';
import { t } from '../../messages/t.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { ScreenForm } from './screen-form.ts';

export function NameField(): ReactElement {
  const { register, formState } = useFormContext<ScreenForm>();
  return (
    <TextField
      {...register('name', {
        validate: (name) => name.trim() !== '' || t('screens.name.missing'),
      })}
      label={t('screens.name')}
      hint={t('screens.name.hint')}
      error={formState.errors.name?.message}
      autoComplete="off"
      maxLength={64}
    />
  );
}
