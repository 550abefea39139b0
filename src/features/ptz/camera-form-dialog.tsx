import type { ReactNode } from 'react';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';

export interface CameraFormDialogProps {
  readonly title: string;
  readonly description?: string;
  readonly saveLabel: string;
  readonly busy: boolean;
  /** Why it was not saved. */
  readonly fault: Error | null;
  readonly onClose: () => void;
  readonly onSave: () => void;
  readonly children: ReactNode;
}

/** Something of the camera to fill in and save. */
export function CameraFormDialog(props: CameraFormDialogProps) {
  const { title, description, saveLabel, busy, fault, onClose, onSave, children } = props;
  const problem = fault === null ? null : problemText(problemOf(fault));
  return (
    <FormDialog
      title={title}
      description={description}
      words={{
        close: t('shell.close'),
        cancel: t('ptz.cancel'),
        save: saveLabel,
        saving: t('ptz.saving'),
      }}
      busy={busy}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      {problem !== null && (
        <Notice tone="error" title={problem.what}>
          {problem.todo}
        </Notice>
      )}
    </FormDialog>
  );
}
