import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { CameraGroup, PersonView } from '../../api/people.ts';
import { removeCameraGroup } from '../../device-access/people.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { FaultNotice } from './fault-notice.tsx';
import { listText, peopleWith } from './people-with.ts';

export interface RemoveGroupDialogProps {
  readonly group: CameraGroup;
  readonly people: readonly PersonView[];
  readonly onClose: () => void;
}

/** Says who will see less before anything is removed. */
export function RemoveGroupDialog(props: RemoveGroupDialogProps): ReactElement {
  const { group, people, onClose } = props;
  const queryClient = useQueryClient();
  const names = peopleWith(group, people).map(({ name }) => name);
  const removal = useMutation({
    mutationFn: () => removeCameraGroup(group.id),
    onSuccess: () => {
      onClose();
      showToast({ tone: 'done', text: t('groups.removed', { name: group.name }) });
      void queryClient.invalidateQueries({ queryKey: queryKeys['camera-groups'] });
      void queryClient.invalidateQueries({ queryKey: queryKeys.people });
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('groups.remove.title', { name: group.name })}
      confirmLabel={t('groups.remove.do')}
      cancelLabel={t('people.cancel')}
      onConfirm={() => removal.mutate()}
      onCancel={onClose}
      busy={removal.isPending}
    >
      <div className="flex flex-col gap-3">
        <p>{t('groups.remove.text', { count: names.length, names: listText(names) })}</p>
        <FaultNotice fault={removal.error} />
      </div>
    </ConfirmDialog>
  );
}
