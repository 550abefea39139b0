import type { ReactElement } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { CameraGroup, PersonView } from '../../api/people.ts';
import { roles } from '../../domain/role.ts';
import { t } from '../../messages/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CameraScopeField } from './camera-scope-field.tsx';
import { FirstPasswordField } from './first-password-field.tsx';
import type { PersonForm } from './person-form.ts';

export interface PersonFieldsProps {
  readonly person: PersonView | null;
  readonly groups: readonly CameraGroup[];
  readonly takenNames: readonly string[];
}

export function PersonFields({ person, groups, takenNames }: PersonFieldsProps): ReactElement {
  const { register, formState } = useFormContext<PersonForm>();
  const role = useWatch<PersonForm, 'role'>({ name: 'role' });
  const name = useWatch<PersonForm, 'name'>({ name: 'name' });
  const endsSessions = person !== null && role !== person.role && person.openSessions > 0;
  return (
    <>
      <TextField
        {...register('name', { validate: (typed) => nameFault(typed, takenNames) })}
        label={t('people.editor.name')}
        error={formState.errors.name?.message}
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
      />
      <SelectField
        {...register('role')}
        label={t('people.editor.role')}
        hint={<span aria-live="polite">{t(`people.role.${role}`)}</span>}
        options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <CameraScopeField groups={groups} />
      {person === null && <FirstPasswordField label={t('people.editor.password')} owner={name} />}
      {endsSessions && (
        <Notice tone="warning" title={t('people.editor.ends', { count: person.openSessions })} />
      )}
    </>
  );
}

function nameFault(typed: string, takenNames: readonly string[]): true | string {
  const name = typed.trim();
  if (name === '') return t('people.editor.nameMissing');
  const taken = takenNames.some((each) => each.toLowerCase() === name.toLowerCase());
  return !taken || t('people.editor.nameTaken');
}
