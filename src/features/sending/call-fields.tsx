import { useId } from 'react';
import { t } from '../../messages/t.ts';
import { RadioField } from '../../ui/radio-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { KindFieldsProps } from './sending-form.ts';

export function CallFields({ draft, faults, onChange }: KindFieldsProps) {
  const name = useId();
  return (
    <>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t('send.call.state')}</legend>
        <div className="flex gap-6">
          <RadioField
            name={name}
            label={t('send.call.begins')}
            checked={draft.active}
            onChange={() => onChange({ active: true })}
          />
          <RadioField
            name={name}
            label={t('send.call.ends')}
            checked={!draft.active}
            onChange={() => onChange({ active: false })}
          />
        </div>
      </fieldset>
      <TextField
        label={t('send.caller')}
        hint={t('send.caller.hint')}
        value={draft.caller}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
        error={faults.caller && t(`send.fault.${faults.caller}`)}
        onChange={({ target }) => onChange({ caller: target.value })}
      />
      <TextField
        label={t('send.from')}
        hint={t('send.from.hint')}
        value={draft.deviceName}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
        error={faults.deviceName && t(`send.fault.${faults.deviceName}`)}
        onChange={({ target }) => onChange({ deviceName: target.value })}
      />
    </>
  );
}
