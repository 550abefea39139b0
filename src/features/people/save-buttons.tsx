import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';

export interface SaveButtonsProps {
  readonly form: string;
  readonly label: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
}

/** Stays in place and keeps the focus while it is being done: the password may be asked for. */
export function SaveButtons({ form, label, busy, onCancel }: SaveButtonsProps): ReactElement {
  return (
    <>
      <Button onClick={onCancel}>{t('people.cancel')}</Button>
      <Button look="primary" type="submit" form={form} aria-disabled={busy}>
        {busy ? t('people.saving') : label}
      </Button>
    </>
  );
}
