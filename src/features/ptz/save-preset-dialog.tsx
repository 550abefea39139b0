import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { mostPictureBytes, type PresetView } from '../../api/presets.ts';
import { presetsQuery, savePreset } from '../../device-access/steering.ts';
import { t } from '../../messages/t.ts';
import { grabLivePicture } from '../../playback/grab-live-picture.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { CameraFormDialog } from './camera-form-dialog.tsx';
import type { Helm } from './helm.ts';
import { presetName } from './preset-name.ts';
import { PresetNameField } from './preset-name-field.tsx';
import { steeringWindow } from './steering-window.ts';

const asNew = '';
/** Enough to know a place again. */
const pictureLimits = { mostWidth: 480, mostBytes: mostPictureBytes };

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
    mutationFn: async () => {
      const preset = { id: id === asNew ? null : id, name: name.trim() };
      const picture = await grabLivePicture(cameraId, pictureLimits);
      return savePreset(cameraId, steeringWindow(), preset, picture);
    },
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
      <PresetNameField name={name} onName={setName} />
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
