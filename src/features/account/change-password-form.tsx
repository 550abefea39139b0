import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { changeOwnPassword } from '../../device-access/account.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { NewPasswordFields, type NewPasswordForm } from './new-password-fields.tsx';
import { TryButton } from './sign-in-form.tsx';
import { usePasswordTry } from './use-password-try.ts';

interface ChangeValues extends NewPasswordForm {
  current: string;
}

const blank: ChangeValues = { current: '', next: '', repeated: '' };

/** The other sessions of the person end with the old password. */
export function ChangePasswordForm({ name }: { readonly name: string }): ReactElement {
  const queryClient = useQueryClient();
  const form = useForm<ChangeValues>({ defaultValues: blank });
  const trying = usePasswordTry(
    changeOwnPassword,
    () => {
      form.reset(blank);
      showToast({ tone: 'done', text: t('account.password.changed') });
      void queryClient.invalidateQueries({ queryKey: queryKeys.sessions });
      void queryClient.invalidateQueries({ queryKey: queryKeys.session });
    },
    ({ reason }) => {
      if (reason === 'sign-in-refused') form.setFocus('current', { shouldSelect: true });
      if (reason === 'password-weak') form.setFocus('next', { shouldSelect: true });
    },
  );
  const { problem } = trying;
  const wrong = problem?.reason === 'sign-in-refused';
  const over = problem?.reason === 'too-many-attempts' && trying.waitSeconds === 0;
  const { errors } = form.formState;
  return (
    <FormProvider {...form}>
      <form
        noValidate
        method="post"
        className="flex max-w-sm flex-col items-stretch gap-4"
        onSubmit={(event) => {
          void form.handleSubmit(({ current, next }) => trying.run({ current, next }))(event);
        }}
      >
        {problem !== null && !wrong && !over && (
          <Notice tone="error" title={problemText(problem).what}>
            {problemText(problem).todo}
          </Notice>
        )}
        <input type="text" autoComplete="username" value={name} readOnly hidden />
        <PasswordField
          {...form.register('current', {
            validate: (current) => current !== '' || t('account.signIn.passwordMissing'),
          })}
          label={t('account.password.current')}
          error={errors.current?.message ?? (wrong ? t('account.password.wrong') : undefined)}
          showLabel={t('account.password.show')}
          hideLabel={t('account.password.hide')}
          maxLength={128}
        />
        <NewPasswordFields owner={name} />
        <div>
          <TryButton
            trying={trying}
            idle={t('account.password.change')}
            busy={t('account.password.changing')}
          />
        </div>
      </form>
    </FormProvider>
  );
}
