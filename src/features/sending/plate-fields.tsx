import { t } from '../../messages/t.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { KindFieldsProps } from './sending-form.ts';

export function PlateFields({ draft, faults, onChange }: KindFieldsProps) {
  return (
    <>
      <TextField
        label={t('sending.plate')}
        value={draft.plate}
        maxLength={120}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={faults.plate && t(`sending.fault.${faults.plate}`)}
        onChange={({ target }) => onChange({ plate: target.value })}
      />
      <TextField
        label={t('sending.zone')}
        hint={t('sending.zone.hint')}
        value={draft.zoneCode}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
        error={faults.zoneCode && t(`sending.fault.${faults.zoneCode}`)}
        onChange={({ target }) => onChange({ zoneCode: target.value })}
      />
    </>
  );
}
