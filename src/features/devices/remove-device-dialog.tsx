import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { DeviceView } from '../../api/device.ts';
import { removeDevice } from '../../device-access/commands.ts';
import { queryKeys, viewsQuery } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';

export interface RemoveDeviceDialogProps {
  readonly device: DeviceView;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Says how many cameras leave which views before it removes anything. */
export function RemoveDeviceDialog(props: RemoveDeviceDialogProps): ReactElement {
  const { device, onClose, onRemoved } = props;
  const queryClient = useQueryClient();
  const { data: views } = useQuery(viewsQuery());
  const removal = useMutation({
    mutationFn: () => removeDevice(device.id),
    onSuccess: async () => {
      onRemoved();
      await Promise.all(
        [queryKeys.devices, queryKeys.cameras, queryKeys.views].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
  const leaving = new Set(device.cameras.map(({ id }) => id));
  const touched = (views ?? []).filter(({ cells }) =>
    cells.some((cell) => cell !== null && leaving.has(cell.cameraId)),
  );
  const names = new Intl.ListFormat(undefined).format(touched.map(({ name }) => `“${name}”`));

  return (
    <ConfirmDialog
      open
      title={t('devices.remove.title', { name: device.name })}
      confirmLabel={t('devices.remove.confirm')}
      cancelLabel={t('devices.cancel')}
      onConfirm={() => removal.mutate()}
      onCancel={onClose}
      busy={removal.isPending}
    >
      <div className="flex flex-col gap-3">
        <p className="text-text">
          {t('devices.remove.cameras', { cameras: device.cameras.length })}{' '}
          {views !== undefined && t('devices.remove.views', { views: touched.length, names })}
        </p>
        <p>{t('devices.remove.keeps')}</p>
        {removal.error !== null && (
          <Notice tone="error" title={t('devices.remove.failed')}>
            {problemText(problemOf(removal.error)).todo}
          </Notice>
        )}
      </div>
    </ConfirmDialog>
  );
}
