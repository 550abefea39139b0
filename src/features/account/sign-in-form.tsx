import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import type { SessionView, SignIn } from '../../api/session.ts';
import { signIn } from '../../device-access/account.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { usePasswordTry } from './use-password-try.ts';

export interface SignInFormProps {
  readonly onSignedIn: (session: SessionView) => void;
}

export function SignInForm({ onSignedIn }: SignInFormProps): ReactElement {
  const { register, handleSubmit, formState, setFocus } = useForm<SignIn>({
    defaultValues: { name: '', password: '' },
  });
  const trying = usePasswordTry(signIn, onSignedIn, (problem) => {
    if (problem.reason === 'sign-in-refused') setFocus('password', { shouldSelect: true });
  });
  const words = trying.problem === null ? null : problemText(trying.problem);
  const over = trying.problem?.reason === 'too-many-attempts' && trying.waitSeconds === 0;

  return (
    <form
      noValidate
      method="post"
      className="flex flex-col gap-4 rounded-lg border border-line bg-panel p-5"
      onSubmit={(event) => void handleSubmit(trying.run)(event)}
    >
      {words !== null && !over && (
        <Notice tone="error" title={words.what}>
          {words.todo}
        </Notice>
      )}
      <TextField
        {...register('name', {
          validate: (name) => name.trim() !== '' || t('account.signIn.nameMissing'),
        })}
        label={t('account.signIn.name')}
        error={formState.errors.name?.message}
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        autoFocus
        maxLength={64}
      />
      <PasswordField
        {...register('password', {
          validate: (password) => password !== '' || t('account.signIn.passwordMissing'),
        })}
        label={t('account.signIn.password')}
        error={formState.errors.password?.message}
        hint={t('account.signIn.forgotten')}
        showLabel={t('account.password.show')}
        hideLabel={t('account.password.hide')}
        maxLength={128}
      />
      <TryButton trying={trying} idle={t('account.signIn.do')} busy={t('account.signIn.doing')} />
    </form>
  );
}

interface TryButtonProps {
  readonly trying: { readonly busy: boolean; readonly waitSeconds: number };
  readonly idle: string;
  readonly busy: string;
  readonly form?: string;
}

/** Sends a password, or says how long to wait. It keeps the focus while it may not be pressed. */
export function TryButton({ trying, idle, busy, form }: TryButtonProps): ReactElement {
  const { waitSeconds } = trying;
  const text = trying.busy ? busy : idle;
  return (
    <Button look="primary" type="submit" form={form} aria-disabled={trying.busy || waitSeconds > 0}>
      {waitSeconds > 0 ? t('account.signIn.again', { seconds: waitSeconds }) : text}
    </Button>
  );
}
