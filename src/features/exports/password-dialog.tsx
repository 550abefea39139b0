import { type ReactElement, useState } from 'react';
import { t } from '../../messages/t.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { PasswordField } from '../../ui/password-field.tsx';

export interface PasswordDialogProps {
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onPassword: (password: string) => void;
}

/** Asks again for what is nowhere written down. */
export function PasswordDialog({ busy, onClose, onPassword }: PasswordDialogProps): ReactElement {
  const [password, setPassword] = useState('');
  return (
    <FormDialog
      title={t('exports.password.title')}
      description={t('exports.password.text')}
      words={{
        close: t('shell.close'),
        cancel: t('exports.order.leave'),
        save: t('exports.go-on'),
        saving: t('exports.order.doing'),
      }}
      busy={busy}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onPassword(password);
      }}
    >
      <PasswordField
        label={t('exports.password')}
        showLabel={t('exports.password.show')}
        hideLabel={t('exports.password.hide')}
        autoComplete="off"
        maxLength={64}
        value={password}
        onChange={({ currentTarget: { value } }) => setPassword(value)}
      />
    </FormDialog>
  );
}
