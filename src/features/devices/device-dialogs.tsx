import type { ReactElement } from 'react';
import type { DeviceView } from '../../api/device.ts';
import { EditDeviceDialog } from './edit-device-dialog.tsx';
import { RemoveDeviceDialog } from './remove-device-dialog.tsx';
import { TestDeviceDialog } from './test-device-dialog.tsx';

export interface OpenDialog {
  readonly kind: 'test' | 'edit' | 'remove';
  readonly device: DeviceView;
}

export interface DeviceDialogsProps {
  readonly dialog: OpenDialog | null;
  readonly onDialog: (dialog: OpenDialog | null) => void;
  readonly onRemoved?: () => void;
}

/** The one dialog about a device that is open. A changed address or account is tested at once. */
export function DeviceDialogs({
  dialog,
  onDialog,
  onRemoved,
}: DeviceDialogsProps): ReactElement | null {
  if (dialog === null) return null;
  const { kind, device } = dialog;
  const close = () => onDialog(null);
  if (kind === 'test') return <TestDeviceDialog device={device} onClose={close} />;
  if (kind === 'edit') {
    return (
      <EditDeviceDialog
        device={device}
        onClose={close}
        onSaved={(saved, reachChanged) =>
          onDialog(reachChanged ? { kind: 'test', device: saved } : null)
        }
      />
    );
  }
  return (
    <RemoveDeviceDialog
      device={device}
      onClose={close}
      onRemoved={() => {
        close();
        onRemoved?.();
      }}
    />
  );
}
