import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { CameraView } from '../../api/camera.ts';
import type { CameraGroup } from '../../api/people.ts';
import { createCameraGroup, saveCameraGroup } from '../../device-access/people.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { CameraChecks } from '../../playback/camera-choice/camera-checks.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { FaultNotice } from './fault-notice.tsx';
import { PersonFormDialog } from './person-form-dialog.tsx';

export interface GroupDialogProps {
  /** Null for a new one. */
  readonly group: CameraGroup | null;
  readonly groups: readonly CameraGroup[];
  /** Undefined while they are read. */
  readonly cameras: readonly CameraView[] | undefined;
  readonly onClose: () => void;
}

export function GroupDialog({ group, groups, cameras, onClose }: GroupDialogProps): ReactElement {
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { name: group?.name ?? '' } });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(group?.cameraIds));
  const save = useMutation({
    mutationFn: ({ name }: { name: string }) => {
      // What is no longer there is not asked for again; while the list is read nothing is dropped.
      const there = cameras && new Set(cameras.map(({ id }) => id));
      const cameraIds = [...chosen].filter((id) => there === undefined || there.has(id));
      const content = { name: name.trim(), cameraIds };
      return group === null ? createCameraGroup(content) : saveCameraGroup(group.id, content);
    },
    onSuccess: ({ name }) => {
      onClose();
      showToast({ tone: 'done', text: t('groups.saved', { name }) });
      void queryClient.invalidateQueries({ queryKey: queryKeys['camera-groups'] });
    },
  });
  const others = groups.filter(({ id }) => id !== group?.id);

  return (
    <PersonFormDialog
      title={
        group === null ? t('groups.editor.add') : t('groups.editor.edit', { name: group.name })
      }
      saveLabel={t(group === null ? 'groups.add' : 'people.save')}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={form.handleSubmit((typed) => save.mutate(typed))}
    >
      <FaultNotice fault={save.error} />
      <TextField
        {...form.register('name', { validate: (typed) => nameFault(typed, others) })}
        label={t('groups.editor.name')}
        error={form.formState.errors.name?.message}
        autoComplete="off"
        maxLength={64}
      />
      <CameraChecks cameras={cameras ?? []} chosen={chosen} onChoose={setChosen} />
    </PersonFormDialog>
  );
}

function nameFault(typed: string, others: readonly CameraGroup[]): true | string {
  const name = typed.trim();
  if (name === '') return t('groups.editor.nameMissing');
  const taken = others.some((group) => group.name.toLowerCase() === name.toLowerCase());
  return !taken || t('groups.editor.nameTaken');
}
