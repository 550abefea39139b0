import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { camerasQuery } from '../../device-access/queries.ts';
import { presetsQuery } from '../../device-access/steering.ts';
import { t } from '../../messages/t.ts';
import { SelectField } from '../../ui/select-field.tsx';

export interface PresetChoiceProps {
  readonly cameraId: string;
  /** Empty: it is not turned. */
  readonly presetId: string;
  readonly onPreset: (presetId: string) => void;
}

/** Where the camera is to be turned; nothing for one that cannot. */
export function PresetChoice(props: PresetChoiceProps): ReactElement | null {
  const cameras = useQuery(camerasQuery()).data ?? [];
  const camera = cameras.find(({ id }) => id === props.cameraId);
  if (!camera?.offers.steering || camera.capabilities.presets === 0) return null;
  return <KnownPresets {...props} />;
}

function KnownPresets({ cameraId, presetId, onPreset }: PresetChoiceProps) {
  const presets = useQuery(presetsQuery(cameraId));
  const options = (presets.data ?? []).map(({ id, number, name }) => ({
    value: id,
    label: name === '' ? String(number) : t('send.mark.presetOf', { number, name }),
  }));
  return (
    <SelectField
      label={t('send.mark.preset')}
      hint={presets.isError ? t('send.mark.presetsFailed') : undefined}
      value={presetId}
      options={[{ value: '', label: t('send.mark.presetNone') }, ...options]}
      onChange={({ target }) => onPreset(target.value)}
    />
  );
}
