import { type ReactElement, useState } from 'react';
import type { EndpointView } from '../../api/console.ts';
import type { DeviceView } from '../../api/device.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface DestroyDialogProps {
  readonly open: boolean;
  readonly device: DeviceView;
  readonly endpoint: EndpointView;
  readonly onConfirm: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the name of the device, so that nobody destroys another one by habit. */
export function DestroyDialog(props: DestroyDialogProps): ReactElement {
  const { open, device, endpoint, onConfirm, onCancel } = props;
  const [name, setName] = useState('');
  const fits = name.trim() === device.name.trim();
  const close = () => {
    setName('');
    onCancel();
  };
  const confirm = () => {
    if (!fits) return;
    setName('');
    onConfirm(name);
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('console.destroy.title', { device: device.name })}
      closeLabel={t('console.cancel')}
      description={t('console.destroy.text', {
        summary: endpoint.summary.replace(/\.?$/, '.'),
        count: device.cameras.length,
      })}
      footer={
        <>
          <Button onClick={close}>{t('console.cancel')}</Button>
          <Button look="danger" disabled={!fits} onClick={confirm}>
            {t('console.confirm.run')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('console.destroy.name', { device: device.name })}
        value={name}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // The dialog stands inside the form of the endpoint, which must not be sent again.
          event.preventDefault();
          confirm();
        }}
      />
    </Dialog>
  );
}
