import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { KioskView } from '../../api/kiosk.ts';
import { removeKiosk } from '../../device-access/kiosks.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ScreenProblem } from './screen-problem.tsx';

export interface RemoveScreenDialogProps {
  readonly kiosk: KioskView;
  readonly onClose: () => void;
}

export function RemoveScreenDialog({ kiosk, onClose }: RemoveScreenDialogProps): ReactElement {
  const queryClient = useQueryClient();
  const removal = useMutation({
    mutationFn: () => removeKiosk(kiosk.id),
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries({ queryKey: queryKeys.kiosks });
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('screens.remove.title', { name: kiosk.name })}
      confirmLabel={t('screens.remove.confirm')}
      cancelLabel={t('screens.cancel')}
      onConfirm={() => removal.mutate()}
      onCancel={onClose}
      busy={removal.isPending}
    >
      <div className="flex flex-col gap-3">
        <p>{t('screens.remove.text')}</p>
        <ScreenProblem fault={removal.error} />
      </div>
    </ConfirmDialog>
  );
}
