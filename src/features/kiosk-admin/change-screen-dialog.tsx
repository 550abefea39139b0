import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import type { KioskChange, KioskView } from '../../api/kiosk.ts';
import { changeKiosk } from '../../device-access/kiosks.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { NameField } from './name-field.tsx';
import { ScreenDialog } from './screen-dialog.tsx';
import type { ScreenForm } from './screen-form.ts';
import type { ScreenParts } from './use-screen-parts.ts';
import { ViewAndGroupFields } from './view-and-group-fields.tsx';

export interface ChangeScreenDialogProps {
  readonly kiosk: KioskView;
  readonly parts: ScreenParts;
  readonly onClose: () => void;
}

/** Another name, view or group; the screen follows at once. */
export function ChangeScreenDialog(props: ChangeScreenDialogProps): ReactElement {
  const { kiosk, parts, onClose } = props;
  const queryClient = useQueryClient();
  const has = (list: readonly { id: string }[], id: string) =>
    list.some((one) => one.id === id) ? id : '';
  const form = useForm<ScreenForm>({
    defaultValues: {
      code: '',
      name: kiosk.name,
      viewId: has(parts.views, kiosk.viewId),
      groupId: has(parts.groups, kiosk.groupId),
    },
  });
  const save = useMutation({
    mutationFn: (change: KioskChange) => changeKiosk(kiosk.id, change),
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries({ queryKey: queryKeys.kiosks });
    },
  });
  return (
    <ScreenDialog
      title={t('screens.change.title', { name: kiosk.name })}
      form={form}
      saveLabel={t(save.isPending ? 'screens.saving' : 'screens.save')}
      busy={save.isPending}
      fault={save.error}
      onSave={(typed) => save.mutate(changeOf(kiosk, typed))}
      onClose={onClose}
    >
      <NameField />
      <ViewAndGroupFields {...parts} />
    </ScreenDialog>
  );
}

/** Only what differs is sent, so that two people who edit do not undo each other. */
function changeOf(kiosk: KioskView, typed: ScreenForm): KioskChange {
  const name = typed.name.trim();
  const { viewId, groupId } = typed;
  return {
    ...(name !== kiosk.name && { name }),
    ...(viewId !== kiosk.viewId && { viewId }),
    ...(groupId !== kiosk.groupId && { groupId }),
  };
}
