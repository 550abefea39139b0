import { type FormEventHandler, type ReactElement, type ReactNode, useId } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface FormDialogProps {
  readonly title: string;
  readonly description?: string | undefined;
  /** What the buttons say; `save` while nothing is being saved. */
  readonly words: Readonly<Record<'close' | 'cancel' | 'save' | 'saving', string>>;
  readonly busy: boolean;
  readonly onClose: () => void;
  /** Not called while it is busy. */
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  readonly children: ReactNode;
}

/** A form over the page, with a button to save and one to leave. */
export function FormDialog(props: FormDialogProps): ReactElement {
  const { title, description, words, busy, onClose, onSubmit, children } = props;
  const formId = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      closeLabel={words.close}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          {/* Stays in place and keeps the focus meanwhile: the password may be asked for. */}
          <Button look="primary" type="submit" form={formId} aria-disabled={busy}>
            {busy ? words.saving : words.save}
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
