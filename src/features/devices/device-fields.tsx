import type { ReactElement } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { t } from '../../messages/t.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { addressFault } from './address-fault.ts';
import { splitAddress } from './split-address.ts';

export interface DeviceForm {
  name: string;
  address: string;
  username: string;
  password: string;
  removePassword: boolean;
}

export function DeviceFields({ hasPassword }: { readonly hasPassword: boolean }): ReactElement {
  const { register, formState, getValues, setValue } = useFormContext<DeviceForm>();
  const removing = useWatch<DeviceForm, 'removePassword'>({ name: 'removePassword' });
  const { errors } = formState;

  function moveAccount() {
    const { address, username, password } = splitAddress(getValues('address'));
    setValue('address', address);
    if (username !== undefined) setValue('username', username);
    if (password !== undefined) setValue('password', password);
  }

  return (
    <>
      <TextField
        {...register('name', {
          validate: (name) => name.trim() !== '' || t('devices.name.missing'),
        })}
        label={t('devices.name.label')}
        error={errors.name?.message}
        autoComplete="off"
        maxLength={128}
      />
      <TextField
        {...register('address', { validate: addressFault, onBlur: moveAccount })}
        label={t('devices.address.label')}
        error={errors.address?.message}
        dir="ltr"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        inputClassName="font-mono"
      />
      <TextField
        {...register('username')}
        label={t('devices.account.username')}
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={128}
      />
      <PasswordField
        {...register('password')}
        label={t(hasPassword ? 'devices.editor.replace' : 'devices.account.password')}
        hint={hasPassword ? t('devices.editor.passwordStays') : undefined}
        showLabel={t('devices.account.show')}
        hideLabel={t('devices.account.hide')}
        autoComplete="new-password"
        disabled={removing}
        maxLength={256}
      />
      {hasPassword && (
        <CheckField {...register('removePassword')} label={t('devices.editor.removePassword')} />
      )}
    </>
  );
}
