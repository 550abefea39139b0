import { type ReactNode, useId } from 'react';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';

export interface FormDialogProps {
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
export function FormDialog(props: FormDialogProps) {
  const { title, description, saveLabel, busy, fault, onClose, onSave, children } = props;
  const formId = useId();
  const problem = fault === null ? null : problemText(problemOf(fault));
  return (
    <Dialog
      open
      title={title}
      description={description}
      closeLabel={t('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ptz.cancel')}</Button>
          <Button look="primary" type="submit" form={formId} aria-disabled={busy}>
            {busy ? t('ptz.saving') : saveLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onSave();
        }}
      >
        {children}
        {problem !== null && (
          <Notice tone="error" title={problem.what}>
            {problem.todo}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
