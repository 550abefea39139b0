import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { createCameraGroup } from '../../device-access/people.ts';
import { camerasQuery, queryKeys } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { groupLike, groupOfView, missingIn } from './group-of-view.ts';
import type { ScreenForm } from './screen-form.ts';
import { ScreenProblem } from './screen-problem.tsx';
import type { ScreenParts } from './use-screen-parts.ts';

/** Which view a screen shows, and which cameras it may see at all. */
export function ViewAndGroupFields({ views, groups }: ScreenParts): ReactElement {
  return (
    <>
      <Choice
        name="viewId"
        label={t('screens.view')}
        hint={views.length === 0 ? t('screens.view.none') : t('screens.view.hint')}
        missing={t('screens.view.missing')}
        options={views}
      />
      <Choice
        name="groupId"
        label={t('screens.group')}
        hint={t('screens.group.hint')}
        missing={t('screens.group.missing')}
        options={groups}
      />
      <GroupOfView views={views} groups={groups} />
    </>
  );
}

interface ChoiceProps {
  readonly name: 'viewId' | 'groupId';
  readonly label: string;
  readonly hint: string;
  /** Said where nothing is chosen. */
  readonly missing: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/** Its value is ours: a group that was made a moment ago is chosen before its option is there. */
function Choice({ name, label, hint, missing, options }: ChoiceProps): ReactElement {
  const { field, fieldState } = useController<ScreenForm, ChoiceProps['name']>({
    name,
    rules: { validate: (id) => id !== '' || missing },
  });
  return (
    <SelectField
      {...field}
      label={label}
      hint={hint}
      error={fieldState.error?.message}
      options={[
        { value: '', label: t('screens.choose') },
        ...options.map((option) => ({ value: option.id, label: option.name })),
      ]}
    />
  );
}

/** The shortcut to the group that fits the chosen view, and what the chosen group lacks of it. */
function GroupOfView({ views, groups }: ScreenParts): ReactElement | null {
  const { setValue } = useFormContext<ScreenForm>();
  const [viewId, groupId] = useWatch<ScreenForm, ['viewId', 'groupId']>({
    name: ['viewId', 'groupId'],
  });
  const queryClient = useQueryClient();
  const view = views.find(({ id }) => id === viewId);
  const group = groups.find(({ id }) => id === groupId);
  const choose = (id: string) => setValue('groupId', id, { shouldValidate: true });
  const make = useMutation({
    mutationFn: createCameraGroup,
    onSuccess: async (made) => {
      await queryClient.invalidateQueries({ queryKey: queryKeys['camera-groups'] });
      choose(made.id);
    },
  });
  if (view === undefined) return null;
  const fitting = groupLike(view, groups);
  const missing = group === undefined ? 0 : missingIn(group, view).length;
  if (fitting !== undefined && fitting.id === groupId) return null;
  const use = async () => {
    if (fitting !== undefined) {
      choose(fitting.id);
      return;
    }
    const cameras = await queryClient.fetchQuery(camerasQuery());
    make.mutate(groupOfView(view, groups, new Set(cameras.map(({ id }) => id))));
  };
  return (
    <div className="flex flex-col items-start gap-2">
      {missing > 0 && <p className="text-sm text-p2">{t('screens.group.lacks', { missing })}</p>}
      <Button disabled={make.isPending} onClick={() => void use()}>
        {fitting === undefined
          ? t('screens.group.make', { view: view.name })
          : t('screens.group.use', { group: fitting.name })}
      </Button>
      <ScreenProblem fault={make.error} />
    </div>
  );
}
