import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { PersonView } from '../../api/people.ts';
import { changePerson } from '../../device-access/people.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { FaultNotice } from './fault-notice.tsx';
import { FirstPasswordField, type FirstPasswordForm } from './first-password-field.tsx';
import type { NewSecret } from './open-dialog.ts';
import { PersonFormDialog } from './person-form-dialog.tsx';

export interface ResetPasswordDialogProps {
  readonly person: PersonView;
  readonly onClose: () => void;
  readonly onDone: (secret: NewSecret) => void;
}

export function ResetPasswordDialog(props: ResetPasswordDialogProps): ReactElement {
  const { person, onClose, onDone } = props;
  const { name } = person;
  const queryClient = useQueryClient();
  const form = useForm<FirstPasswordForm>({ defaultValues: { password: '' } });
  const reset = useMutation({
    mutationFn: ({ password }: FirstPasswordForm) => changePerson(person.id, { password }),
    gcTime: 0,
    onSuccess: (_, { password }) => {
      onDone({ name, password });
      void queryClient.invalidateQueries({ queryKey: queryKeys.people });
    },
  });
  return (
    <PersonFormDialog
      title={t('people.password.title', { name })}
      description={t('people.password.text', { name })}
      saveLabel={t('people.password.do')}
      busy={reset.isPending}
      onClose={onClose}
      onSubmit={form.handleSubmit((typed) => reset.mutate(typed))}
    >
      <FormProvider {...form}>
        <FaultNotice fault={reset.error} />
        <FirstPasswordField label={t('account.new.password')} owner={name} />
      </FormProvider>
    </PersonFormDialog>
  );
}
