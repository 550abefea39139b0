import type { ReactElement } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { SessionView } from '../../api/session.ts';
import { setUp } from '../../device-access/account.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { NewPasswordFields, type NewPasswordForm } from './new-password-fields.tsx';
import { TryButton } from './sign-in-form.tsx';
import { usePasswordTry } from './use-password-try.ts';

interface SetUpValues extends NewPasswordForm {
  name: string;
}

export interface SetUpFormProps {
  readonly code: string;
  readonly onRefused: () => void;
  readonly onDone: (session: SessionView) => void;
}

/** What was typed stays whatever the proxy answers. */
export function SetUpForm({ code, onRefused, onDone }: SetUpFormProps): ReactElement {
  const form = useForm<SetUpValues>({ defaultValues: { name: '', next: '', repeated: '' } });
  const trying = usePasswordTry(setUp, onDone, (problem) => {
    if (problem.reason === 'code-refused') onRefused();
    if (problem.reason === 'password-weak') form.setFocus('next', { shouldSelect: true });
  });
  const { problem } = trying;
  return (
    <FormProvider {...form}>
      <form
        noValidate
        method="post"
        className="flex flex-col gap-4 rounded-lg border border-line bg-panel p-5"
        onSubmit={(event) => {
          void form.handleSubmit(({ name, next }) =>
            trying.run({ code, name: name.trim(), password: next }),
          )(event);
        }}
      >
        {problem !== null && problem.reason !== 'code-refused' && (
          <Notice tone="error" title={problemText(problem).what}>
            {problemText(problem).todo}
          </Notice>
        )}
        <TextField
          {...form.register('name', {
            validate: (name) => name.trim() !== '' || t('account.signIn.nameMissing'),
          })}
          label={t('account.setUp.name')}
          hint={t('account.setUp.nameHint')}
          error={form.formState.errors.name?.message}
          autoComplete="username"
          spellCheck={false}
          autoFocus
          maxLength={64}
        />
        <NewPasswordFields owner={form.watch('name')} />
        <TryButton trying={trying} idle={t('account.setUp.do')} busy={t('account.setUp.doing')} />
      </form>
    </FormProvider>
  );
}
