import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '../../device-access/request-problem.ts';
import { presetsQuery, removePreset } from '../../device-access/steering.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { presetName } from './preset-name.ts';
import type { PresetDialogProps } from './rename-preset-dialog.tsx';

/** Names what the camera is to forget before it does. */
export function RemovePresetDialog({ cameraId, preset, onClose }: PresetDialogProps) {
  const queryClient = useQueryClient();
  const removal = useMutation({
    mutationFn: () => removePreset(cameraId, preset.id),
    onSuccess: onClose,
    onSettled: () => queryClient.invalidateQueries({ queryKey: presetsQuery(cameraId).queryKey }),
  });
  return (
    <ConfirmDialog
      open
      title={t('ptz.preset.remove.title', { number: preset.number, name: presetName(preset) })}
      confirmLabel={t('ptz.preset.remove.do')}
      cancelLabel={t('ptz.cancel')}
      onConfirm={() => removal.mutate()}
      onCancel={onClose}
      busy={removal.isPending}
    >
      <p>{t('ptz.preset.remove.text')}</p>
      {removal.error !== null && (
        <Notice tone="error" title={problemText(problemOf(removal.error)).what} className="mt-3" />
      )}
    </ConfirmDialog>
  );
}
