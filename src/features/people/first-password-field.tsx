import type { ReactElement } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { memorablePassword, randomsPerPassword } from '../../domain/memorable-password.ts';
import { leastPasswordLength } from '../../domain/password-strength.ts';
import { newPasswordHint } from '../../messages/new-password-hint.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/password-field.tsx';

export interface FirstPasswordForm {
  password: string;
}

export interface FirstPasswordFieldProps {
  readonly label: string;
  readonly owner: string;
}

/** A password that one person sets for another: typed, or suggested. */
export function FirstPasswordField({ label, owner }: FirstPasswordFieldProps): ReactElement {
  const { register, formState, setValue } = useFormContext<FirstPasswordForm>();
  const typed = useWatch<FirstPasswordForm, 'password'>({ name: 'password' });
  const suggest = () => {
    const randoms = crypto.getRandomValues(new Uint32Array(randomsPerPassword));
    setValue('password', memorablePassword(randoms), { shouldValidate: true, shouldDirty: true });
  };
  return (
    <div className="flex flex-wrap items-start gap-2">
      <PasswordField
        {...register('password', {
          validate: (password) => password.length >= leastPasswordLength || t('account.new.short'),
        })}
        label={label}
        hint={<span aria-live="polite">{newPasswordHint(typed, owner)}</span>}
        error={formState.errors.password?.message}
        showLabel={t('account.password.show')}
        hideLabel={t('account.password.hide')}
        autoComplete="new-password"
        maxLength={128}
        className="min-w-0 grow basis-56"
      />
      <Button onClick={suggest} className="mt-6 min-h-9">
        {t('account.new.generate')}
      </Button>
    </div>
  );
}
