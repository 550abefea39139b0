import { useBlocker } from '@tanstack/react-router';
import type { ReactElement, RefObject } from 'react';
import { ConfirmDialog } from './confirm-dialog.tsx';

export interface LeaveGuardProps {
  /** Whether something would be lost now. */
  readonly dirty: RefObject<boolean>;
  readonly words: Readonly<Record<'title' | 'text' | 'leave' | 'stay', string>>;
}

/** Asks before what was typed is lost, also when the window is closed. */
export function LeaveGuard({ dirty, words }: LeaveGuardProps): ReactElement {
  const blocker = useBlocker({
    shouldBlockFn: () => dirty.current,
    enableBeforeUnload: () => dirty.current,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      open={blocker.status === 'blocked'}
      title={words.title}
      confirmLabel={words.leave}
      cancelLabel={words.stay}
      onConfirm={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {words.text}
    </ConfirmDialog>
  );
}
