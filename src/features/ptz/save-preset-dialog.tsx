import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PresetView } from '../../api/presets.ts';
import { presetsQuery, savePreset } from '../../device-access/steering.ts';
import { t } from '../../messages/t.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { CameraFormDialog } from './camera-form-dialog.tsx';
import type { Helm } from './helm.ts';
import { presetName } from './preset-name.ts';
import { steeringWindow } from './steering-window.ts';

const asNew = '';

export interface SavePresetDialogProps {
  readonly helm: Helm;
  readonly presets: readonly PresetView[];
  /** How many there can be. */
  readonly most: number;
  /** The preset to overwrite; null for a new one, or one yet to choose where there is no room. */
  readonly over: PresetView | null;
  readonly onClose: () => void;
}

/** Saves where the camera looks. What is overwritten is named, so that nothing is lost by accident. */
export function SavePresetDialog(props: SavePresetDialogProps) {
  const { helm, presets, most, over, onClose } = props;
  const { cameraId } = helm;
  const queryClient = useQueryClient();
  const full = presets.length >= most;
  const [id, setId] = useState(over?.id ?? asNew);
  const [name, setName] = useState(over?.name ?? '');
  const replaced = presets.find((preset) => preset.id === id);
  const saving = useMutation({
    mutationFn: () =>
      savePreset(cameraId, steeringWindow(), { id: id === asNew ? null : id, name: name.trim() }),
    onSuccess: (saved) => {
      onClose();
      showToast({ tone: 'done', text: t('ptz.preset.saved', { name: presetName(saved) }) });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: presetsQuery(cameraId).queryKey }),
  });
  const choose = (next: string) => {
    setId(next);
    setName(presets.find((preset) => preset.id === next)?.name ?? '');
  };
  return (
    <CameraFormDialog
      title={t('ptz.preset.save.title')}
      description={t('ptz.preset.save.text')}
      saveLabel={
        replaced === undefined
          ? t(full ? 'ptz.preset.save.unchosen' : 'ptz.preset.save.new')
          : t('ptz.preset.save.over', { number: replaced.number, name: presetName(replaced) })
      }
      busy={saving.isPending}
      fault={saving.error}
      onClose={onClose}
      onSave={() => saving.mutate()}
    >
      <TextField
        label={t('ptz.preset.name')}
        value={name}
        maxLength={64}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SelectField
        label={t('ptz.preset.place')}
        value={id}
        hint={
          replaced === undefined
            ? t(full ? 'ptz.preset.place.full' : 'ptz.preset.place.new', {
                free: most - presets.length,
                most,
              })
            : t('ptz.preset.place.over', { name: presetName(replaced) })
        }
        options={[
          // Where all are taken the proxy refuses this one: nobody loses a preset by mere Enter.
          { value: asNew, label: t(full ? 'ptz.preset.place.choose' : 'ptz.preset.place.free') },
          ...presets.map((preset) => ({
            value: preset.id,
            label: t('ptz.preset.place.of', { number: preset.number, name: presetName(preset) }),
          })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </CameraFormDialog>
  );
}
