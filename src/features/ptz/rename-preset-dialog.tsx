import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PresetView } from '../../api/presets.ts';
import { presetsQuery, renamePreset } from '../../device-access/steering.ts';
import { t } from '../../messages/t.ts';
import { CameraFormDialog } from './camera-form-dialog.tsx';
import { presetName } from './preset-name.ts';
import { PresetNameField } from './preset-name-field.tsx';

export interface PresetDialogProps {
  readonly cameraId: string;
  readonly preset: PresetView;
  readonly onClose: () => void;
}

/** Another name for a preset; where it looks stays. */
export function RenamePresetDialog({ cameraId, preset, onClose }: PresetDialogProps) {
  const queryClient = useQueryClient();
  const [name, setName] = useState(preset.name);
  const renaming = useMutation({
    mutationFn: () => renamePreset(cameraId, preset.id, name.trim()),
    onSuccess: onClose,
    onSettled: () => queryClient.invalidateQueries({ queryKey: presetsQuery(cameraId).queryKey }),
  });
  return (
    <CameraFormDialog
      title={t('ptz.preset.rename.title', { name: presetName(preset) })}
      saveLabel={t('ptz.preset.rename.do')}
      busy={renaming.isPending}
      fault={renaming.error}
      onClose={onClose}
      onSave={() => renaming.mutate()}
    >
      <PresetNameField name={name} onName={setName} />
    </CameraFormDialog>
  );
}
