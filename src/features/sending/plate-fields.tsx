import { t } from '../../messages/t.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { KindFieldsProps } from './sending-form.ts';

export function PlateFields({ draft, faults, onChange }: KindFieldsProps) {
  return (
    <>
      <TextField
        label={t('send.plate')}
        value={draft.plate}
        maxLength={120}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={faults.plate && t(`send.fault.${faults.plate}`)}
        onChange={({ target }) => onChange({ plate: target.value })}
      />
      <TextField
        label={t('send.zone')}
        hint={t('send.zone.hint')}
        value={draft.zoneCode}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
        error={faults.zoneCode && t(`send.fault.${faults.zoneCode}`)}
        onChange={({ target }) => onChange({ zoneCode: target.value })}
      />
    </>
  );
}
