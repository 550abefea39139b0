import { Check, Copy } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { controlLook, Field } from '../../ui/field.tsx';
import type { NewSecret } from './open-dialog.ts';

export interface SecretDialogProps {
  readonly secret: NewSecret;
  readonly onClose: () => void;
}

/** Shows a new password the one time that it can be read. */
export function SecretDialog({ secret, onClose }: SecretDialogProps): ReactElement {
  const [copied, setCopied] = useState(false);
  const id = useId();
  const { name, password } = secret;
  // Without a clipboard (plain HTTP) the text is chosen, for the person to copy it.
  const choose = () => document.querySelector<HTMLInputElement>(`[id="${id}"]`)?.select();
  const copy = async () => {
    choose();
    await navigator.clipboard?.writeText(password).then(
      () => setCopied(true),
      () => choose(),
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('people.secret.title', { name })}
      description={t('people.secret.text')}
      closeLabel={t('people.close')}
      footer={
        <Button look="primary" onClick={onClose}>
          {t('people.secret.done')}
        </Button>
      }
    >
      <Field id={id} label={t('people.secret.label')}>
        <div className="flex gap-2">
          <input
            id={id}
            value={password}
            readOnly
            dir="ltr"
            className={`${controlLook} font-mono`}
            onFocus={choose}
          />
          <Button onClick={() => void copy()}>
            {copied ? (
              <Check aria-hidden className="size-4 text-ok" />
            ) : (
              <Copy aria-hidden className="size-4" />
            )}
            <span aria-live="polite">
              {t(copied ? 'people.secret.copied' : 'people.secret.copy')}
            </span>
          </Button>
        </div>
      </Field>
    </Dialog>
  );
}
