import { t } from '../../messages/t.ts';
import { TextField } from '../../ui/text-field.tsx';

export interface PresetNameFieldProps {
  readonly name: string;
  readonly onName: (name: string) => void;
}

export function PresetNameField({ name, onName }: PresetNameFieldProps) {
  return (
    <TextField
      label={t('ptz.preset.name')}
      value={name}
      maxLength={64}
      autoComplete="off"
      onChange={(event) => onName(event.currentTarget.value)}
    />
  );
}
