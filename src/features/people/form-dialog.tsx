import { type FormEventHandler, type ReactElement, type ReactNode, useId } from 'react';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export interface FormDialogProps {
  readonly title: string;
  readonly description?: string;
  readonly saveLabel: string;
  readonly busy: boolean;
  readonly onClose: () => void;
  /** Not called while it is busy. */
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  readonly children: ReactNode;
}

/** A form over the page, with a button to save and one to leave. */
export function FormDialog(props: FormDialogProps): ReactElement {
  const { title, description, saveLabel, busy, onClose, onSubmit, children } = props;
  const formId = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      {...(description === undefined ? {} : { description })}
      closeLabel={t('people.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('people.cancel')}</Button>
          {/* Stays in place and keeps the focus meanwhile: the password may be asked for. */}
          <Button look="primary" type="submit" form={formId} aria-disabled={busy}>
            {busy ? t('people.saving') : saveLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          if (busy) event.preventDefault();
          else onSubmit(event);
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
