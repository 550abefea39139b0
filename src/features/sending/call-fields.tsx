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
        <legend className="mb-1 text-sm font-medium">{t('sending.call.state')}</legend>
        <div className="flex gap-6">
          <RadioField
            name={name}
            label={t('sending.call.begins')}
            checked={draft.active}
            onChange={() => onChange({ active: true })}
          />
          <RadioField
            name={name}
            label={t('sending.call.ends')}
            checked={!draft.active}
            onChange={() => onChange({ active: false })}
          />
        </div>
      </fieldset>
      <TextField
        label={t('sending.caller')}
        hint={t('sending.caller.hint')}
        value={draft.caller}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
        error={faults.caller && t(`sending.fault.${faults.caller}`)}
        onChange={({ target }) => onChange({ caller: target.value })}
      />
      <TextField
        label={t('sending.from')}
        hint={t('sending.from.hint')}
        value={draft.deviceName}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
        error={faults.deviceName && t(`sending.fault.${faults.deviceName}`)}
        onChange={({ target }) => onChange({ deviceName: target.value })}
      />
    </>
  );
}
