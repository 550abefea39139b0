import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { PersonView } from '../../api/people.ts';
import { changePerson, removePerson } from '../../device-access/people.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { useSession } from '../../device-access/use-session.ts';
import { t } from '../../messages/t.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { FaultNotice } from './fault-notice.tsx';

export interface EndAccountDialogProps {
  readonly kind: 'off' | 'remove';
  readonly person: PersonView;
  readonly onClose: () => void;
}

/** Asks before somebody is switched off, or removed for good. */
export function EndAccountDialog({ kind, person, onClose }: EndAccountDialogProps): ReactElement {
  const { id, name } = person;
  const queryClient = useQueryClient();
  const session = useSession();
  const own = session?.state === 'signed-in' && session.person.id === id;
  const ending = useMutation({
    mutationFn: async () => {
      if (kind === 'remove') await removePerson(id);
      else await changePerson(id, { enabled: false });
    },
    onSuccess: () => {
      onClose();
      if (kind === 'remove') showToast({ tone: 'done', text: t('people.removed', { name }) });
      void queryClient.invalidateQueries({ queryKey: queryKeys.people });
    },
  });
  return (
    <ConfirmDialog
      open
      title={t(`people.${kind}.title`, { name })}
      confirmLabel={t(`people.${kind}.do`)}
      cancelLabel={t('people.cancel')}
      onConfirm={() => ending.mutate()}
      onCancel={onClose}
      busy={ending.isPending}
    >
      <div className="flex flex-col gap-3">
        <p>{t(`people.${kind}.text`, { name })}</p>
        {own && <p className="text-text">{t('people.own')}</p>}
        <FaultNotice fault={ending.error} />
      </div>
    </ConfirmDialog>
  );
}
