import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { CameraGroup, PersonView } from '../../api/people.ts';
import { changePerson, createPerson } from '../../device-access/people.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { t } from '../../messages/t.ts';
import { showToast } from '../../ui/toast-store.ts';
import { FaultNotice } from './fault-notice.tsx';
import type { NewSecret } from './open-dialog.ts';
import { PersonFields } from './person-fields.tsx';
import { changeOf, formOf, newPersonOf, type PersonForm } from './person-form.ts';
import { PersonFormDialog } from './person-form-dialog.tsx';

export interface PersonDialogProps {
  /** Null for a new one. */
  readonly person: PersonView | null;
  readonly people: readonly PersonView[];
  readonly groups: readonly CameraGroup[];
  readonly onClose: () => void;
  /** With the password of a new person, to be passed on. */
  readonly onSaved: (secret: NewSecret | null) => void;
}

export function PersonDialog(props: PersonDialogProps): ReactElement {
  const { person, people, groups, onClose, onSaved } = props;
  const queryClient = useQueryClient();
  const form = useForm<PersonForm>({ defaultValues: formOf(person) });
  const save = useMutation({
    mutationFn: async (typed: PersonForm) => {
      if (person === null) return await createPerson(newPersonOf(typed));
      const change = changeOf(person, typed);
      return Object.keys(change).length === 0 ? person : await changePerson(person.id, change);
    },
    gcTime: 0,
    onSuccess: (saved, { password }) => {
      const { name } = saved;
      onSaved(person === null ? { name, password } : null);
      const text = t(person === null ? 'people.added' : 'people.saved', { name });
      showToast({ tone: 'done', text });
      void queryClient.invalidateQueries({ queryKey: queryKeys.people });
    },
    onError: (fault) => {
      const { reason, detail } = problemOf(fault);
      if (reason === 'password-weak') form.setFocus('password', { shouldSelect: true });
      if (reason !== 'conflict' || detail === undefined) return;
      form.setError('name', { message: t('people.editor.nameTaken') });
      form.setFocus('name', { shouldSelect: true });
    },
  });
  const taken = form.formState.errors.name !== undefined;

  return (
    <PersonFormDialog
      title={
        person === null ? t('people.editor.add') : t('people.editor.edit', { name: person.name })
      }
      saveLabel={t(person === null ? 'people.add' : 'people.save')}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={form.handleSubmit((typed) => save.mutate(typed))}
    >
      <FormProvider {...form}>
        {!taken && <FaultNotice fault={save.error} />}
        <PersonFields
          person={person}
          groups={groups}
          takenNames={people.filter(({ id }) => id !== person?.id).map(({ name }) => name)}
        />
      </FormProvider>
    </PersonFormDialog>
  );
}
