import type { ReactElement } from 'react';
import { useFormContext } from 'react-hook-form';
import { t } from '../../messages/t.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface AccountForm {
  username: string;
  password: string;
}

/** User name and password of a device, inside any form that has both. */
export function AccountFields({ required }: { readonly required: boolean }): ReactElement {
  const { register, formState } = useFormContext<AccountForm>();
  return (
    <>
      <TextField
        {...register('username', {
          validate: (name) => !required || name.trim() !== '' || t('devices.account.missing'),
        })}
        label={t('devices.account.username')}
        error={formState.errors.username?.message}
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={128}
      />
      <PasswordField
        {...register('password')}
        label={t('devices.account.password')}
        showLabel={t('devices.account.show')}
        hideLabel={t('devices.account.hide')}
        maxLength={256}
      />
    </>
  );
}
