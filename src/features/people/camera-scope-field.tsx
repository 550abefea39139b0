import { type ReactElement, useId } from 'react';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import type { CameraGroup } from '../../api/people.ts';
import { t } from '../../messages/t.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { RadioField } from '../../ui/radio-field.tsx';
import type { PersonForm } from './person-form.ts';

/** Which cameras a person sees: all, or those of groups. */
export function CameraScopeField({ groups }: { readonly groups: readonly CameraGroup[] }) {
  const { register, formState } = useFormContext<PersonForm>();
  const role = useWatch<PersonForm, 'role'>({ name: 'role' });
  const scope = useWatch<PersonForm, 'scope'>({ name: 'scope' });
  const errorId = useId();
  const fault = formState.errors.groupIds?.message;
  return (
    <fieldset className="flex min-w-0 flex-col" aria-describedby={errorId}>
      <legend className="mb-1 text-sm font-medium">{t('people.editor.cameras')}</legend>
      {role === 'administrator' ? (
        <p className="text-text-2">{t('people.editor.cameras.administrator')}</p>
      ) : (
        <>
          <RadioField {...register('scope')} value="all" label={t('people.editor.cameras.all')} />
          <RadioField
            {...register('scope')}
            value="groups"
            label={t('people.editor.cameras.groups')}
          />
          {scope === 'groups' && <GroupChecks groups={groups} />}
        </>
      )}
      <p id={errorId} aria-live="polite" className="text-sm text-p1">
        {role !== 'administrator' && scope === 'groups' ? fault : undefined}
      </p>
    </fieldset>
  );
}

function GroupChecks({ groups }: { readonly groups: readonly CameraGroup[] }): ReactElement {
  if (groups.length === 0) {
    return <p className="ps-8 text-text-2">{t('people.editor.cameras.noGroups')}</p>;
  }
  return (
    <Controller<PersonForm, 'groupIds'>
      name="groupIds"
      rules={{
        validate: (chosen, { role, scope }) =>
          role === 'administrator' ||
          scope === 'all' ||
          chosen.length > 0 ||
          t('people.editor.cameras.choose'),
      }}
      render={({ field }) => (
        <div className="relative flex max-h-56 flex-col overflow-y-auto ps-8">
          {groups.map(({ id, name, cameraIds }, position) => (
            <CheckField
              key={id}
              {...(position === 0 && { ref: field.ref })}
              checked={field.value.includes(id)}
              onChange={(event) =>
                field.onChange(
                  event.target.checked
                    ? [...field.value, id]
                    : field.value.filter((each) => each !== id),
                )
              }
              label={t('people.editor.groupCount', { name, count: cameraIds.length })}
            />
          ))}
        </div>
      )}
    />
  );
}
