import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';
import { FormDialog, type FormDialogProps } from '../../ui/form-dialog.tsx';

export type PersonFormDialogProps = Omit<FormDialogProps, 'words'> & {
  readonly saveLabel: string;
};

/** A form about people or groups. */
export function PersonFormDialog({ saveLabel, ...dialog }: PersonFormDialogProps): ReactElement {
  const words = {
    close: t('people.close'),
    cancel: t('people.cancel'),
    save: saveLabel,
    saving: t('people.saving'),
  };
  return <FormDialog words={words} {...dialog} />;
}
