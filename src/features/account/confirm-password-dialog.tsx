import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useId } from 'react';
import { useForm } from 'react-hook-form';
import { useStore } from 'zustand';
import { confirmPassword } from '../../device-access/account.ts';
import {
  confirmation,
  offerConfirmation,
  settleConfirmation,
} from '../../device-access/confirmation.ts';
import { adoptSession } from '../../device-access/follow-session.ts';
import { useSession } from '../../device-access/use-session.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TryButton } from './sign-in-form.tsx';
import { usePasswordTry } from './use-password-try.ts';

/** Asks for the password when a request waits for it; the request then goes on by itself. */
export function ConfirmPasswordDialog(): ReactElement | null {
  const asked = useStore(confirmation, (state) => state.asked);
  useEffect(() => offerConfirmation(), []);
  return asked ? <OpenDialog /> : null;
}

function OpenDialog(): ReactElement {
  const session = useSession();
  const person = session?.state === 'signed-in' ? session : null;
  const cancel = () => settleConfirmation(false);
  const formId = useId();
  const queryClient = useQueryClient();
  const { register, handleSubmit, setFocus, formState } = useForm({
    defaultValues: { password: '' },
  });
  const trying = usePasswordTry(
    confirmPassword,
    (confirmed) => {
      adoptSession(queryClient, confirmed);
      settleConfirmation(true);
    },
    (problem) => {
      if (problem.reason === 'sign-in-refused') setFocus('password', { shouldSelect: true });
    },
  );
  const { problem } = trying;
  const wrong = problem?.reason === 'sign-in-refused';
  const hasPassword = person?.hasPassword !== false;

  return (
    <Dialog
      open
      onTop
      onClose={cancel}
      title={t('account.confirm.title')}
      closeLabel={t('account.confirm.cancel')}
      description={
        person?.locked === true
          ? t('account.confirm.locked', { minutes: Math.round(person.locksAfterMs / 60_000) })
          : t('account.confirm.fresh')
      }
      footer={
        <>
          <Button onClick={cancel}>{t('account.confirm.cancel')}</Button>
          {hasPassword && (
            <TryButton
              trying={trying}
              form={formId}
              idle={t('account.confirm.do')}
              busy={t('account.confirm.doing')}
            />
          )}
        </>
      }
    >
      {hasPassword ? (
        <form
          id={formId}
          noValidate
          method="post"
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            void handleSubmit(({ password }) => trying.run(password))(event);
          }}
        >
          {problem !== null && !wrong && trying.waitSeconds > 0 && (
            <Notice tone="error" title={problemText(problem).what}>
              {problemText(problem).todo}
            </Notice>
          )}
          {problem !== null && !wrong && problem.reason !== 'too-many-attempts' && (
            <Notice tone="error" title={problemText(problem).what}>
              {problemText(problem).todo}
            </Notice>
          )}
          {/* Lets password managers find whose password it is. */}
          <input
            type="text"
            autoComplete="username"
            value={person?.person.name ?? ''}
            readOnly
            hidden
          />
          <PasswordField
            {...register('password', {
              validate: (password) => password !== '' || t('account.signIn.passwordMissing'),
            })}
            label={t('account.signIn.password')}
            error={
              formState.errors.password?.message ?? (wrong ? t('account.confirm.wrong') : undefined)
            }
            showLabel={t('account.password.show')}
            hideLabel={t('account.password.hide')}
            maxLength={128}
          />
        </form>
      ) : (
        <p>{t('account.confirm.noPassword')}</p>
      )}
    </Dialog>
  );
}
