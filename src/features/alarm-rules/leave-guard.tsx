import { useBlocker } from '@tanstack/react-router';
import type { ReactElement, RefObject } from 'react';
import { t } from '../../messages/t.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

/** Asks before what was typed is lost, also when the window is closed. */
export function LeaveGuard({ dirty }: { readonly dirty: RefObject<boolean> }): ReactElement {
  const blocker = useBlocker({
    shouldBlockFn: () => dirty.current,
    enableBeforeUnload: () => dirty.current,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      open={blocker.status === 'blocked'}
      title={t('rules.leave.title')}
      confirmLabel={t('rules.leave.confirm')}
      cancelLabel={t('rules.leave.stay')}
      onConfirm={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {t('rules.leave.text')}
    </ConfirmDialog>
  );
}
