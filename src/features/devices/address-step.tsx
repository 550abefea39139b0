import { ArrowRight } from 'lucide-react';
import { type ChangeEvent, type ReactElement, useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Site } from '../../api/site.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AccountFields } from './account-fields.tsx';
import { addressFault } from './address-fault.ts';
import { splitAddress } from './split-address.ts';
import { StepFrame } from './step-frame.tsx';
import type { WizardForm } from './wizard-form.ts';

export interface AddressStepProps {
  readonly protocols: Site['protocols'];
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

const examples = [
  { label: 'devices.address.example.ip', text: '192.168.1.20' },
  { label: 'devices.address.example.port', text: 'nvr.lan:8080' },
  { label: 'devices.address.example.stream', text: 'http://192.168.1.31/video.mjpg' },
] as const;

export function AddressStep({ protocols, onCancel, onDone }: AddressStepProps): ReactElement {
  const form = useFormContext<WizardForm>();
  const { errors } = form.formState;
  const [accountMoved, setAccountMoved] = useState(false);
  const [accountOpen, setAccountOpen] = useState(form.getValues('username') !== '');

  useEffect(() => form.setFocus('address'), [form]);

  /** @returns whether there was one */
  function moveAccount(): boolean {
    const { address, username, password } = splitAddress(form.getValues('address'));
    if (username === undefined && password === undefined) return false;
    form.setValue('address', address, { shouldDirty: true });
    form.setValue('username', username ?? '', { shouldDirty: true });
    form.setValue('password', password ?? '', { shouldDirty: true });
    setAccountMoved(true);
    setAccountOpen(true);
    return true;
  }

  const address = form.register('address', {
    validate: addressFault,
    // Not on blur: the page would shift under the pointer that is about to press a button.
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      const input = event.nativeEvent;
      if (input instanceof InputEvent && input.inputType === 'insertFromPaste') moveAccount();
    },
  });

  function submit() {
    // Fields that were closed again are not meant to be sent.
    if (!moveAccount() && !accountOpen) {
      form.setValue('username', '');
      form.setValue('password', '');
    }
    void form.handleSubmit(onDone)();
  }

  return (
    <StepFrame
      title={t('devices.address.title')}
      text={t('devices.address.text')}
      onSubmit={submit}
      back={<Button onClick={onCancel}>{t('devices.cancel')}</Button>}
      next={
        <Button look="primary" type="submit">
          {t('devices.address.start')}
          <ArrowRight aria-hidden className="size-4 rtl:rotate-180" />
        </Button>
      }
    >
      <div className="flex max-w-xl flex-col gap-5">
        <TextField
          {...address}
          label={t('devices.address.label')}
          error={errors.address?.message}
          dir="ltr"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          inputClassName="font-mono"
          hint={<AddressExamples />}
        />
        {accountMoved && <Notice tone="info" title={t('devices.address.accountMoved')} />}
        <SelectField
          {...form.register('protocolId')}
          label={t('devices.address.protocol')}
          hint={t('devices.address.protocol.hint')}
          options={[
            { value: '', label: t('devices.address.protocol.auto') },
            ...protocols.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <div>
          <CheckField
            label={t('devices.address.account')}
            checked={accountOpen}
            onChange={(event) => setAccountOpen(event.target.checked)}
          />
          {accountOpen && (
            <div className="mt-3 grid gap-4 sm:grid-cols-2">
              <AccountFields required={false} />
            </div>
          )}
        </div>
      </div>
    </StepFrame>
  );
}

function AddressExamples(): ReactElement {
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-0.5">
      {examples.map(({ label, text }) => (
        <span key={label}>
          {t(label)}{' '}
          <bdi dir="ltr" className="font-mono text-text">
            {text}
          </bdi>
        </span>
      ))}
    </span>
  );
}
