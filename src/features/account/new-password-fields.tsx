import type { ReactElement } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { leastPasswordLength } from '../../domain/password-strength.ts';
import { newPasswordHint } from '../../messages/new-password-hint.ts';
import { t } from '../../messages/t.ts';
import { PasswordField } from '../../ui/password-field.tsx';

export interface NewPasswordForm {
  next: string;
  repeated: string;
}

/** A new password, twice, since nobody sees what was typed. */
export function NewPasswordFields({ owner }: { readonly owner: string }): ReactElement {
  const { register, formState, getValues } = useFormContext<NewPasswordForm>();
  const next = useWatch<NewPasswordForm, 'next'>({ name: 'next' });
  const { errors } = formState;
  const words = {
    showLabel: t('account.password.show'),
    hideLabel: t('account.password.hide'),
    autoComplete: 'new-password',
    maxLength: 128,
  };
  return (
    <>
      <PasswordField
        {...register('next', {
          validate: (typed) => typed.length >= leastPasswordLength || t('account.new.short'),
        })}
        {...words}
        label={t('account.new.password')}
        hint={<span aria-live="polite">{newPasswordHint(next, owner)}</span>}
        error={errors.next?.message}
      />
      <PasswordField
        {...register('repeated', {
          validate: (typed) => typed === getValues('next') || t('account.new.different'),
        })}
        {...words}
        label={t('account.new.repeat')}
        error={errors.repeated?.message}
      />
    </>
  );
}
