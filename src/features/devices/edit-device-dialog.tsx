import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useId } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { DeviceChange, DeviceView } from '../../api/device.ts';
import { changeDevice } from '../../device-access/commands.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DeviceFields, type DeviceForm } from './device-fields.tsx';
import { splitAddress } from './split-address.ts';

export interface EditDeviceDialogProps {
  readonly device: DeviceView;
  readonly onClose: () => void;
  /** `reachChanged`: address or account are new, so that a test is due. */
  readonly onSaved: (device: DeviceView, reachChanged: boolean) => void;
}

/** Name, address and account. The stored password is replaced or removed, never read. */
export function EditDeviceDialog({
  device,
  onClose,
  onSaved,
}: EditDeviceDialogProps): ReactElement {
  const formId = useId();
  const queryClient = useQueryClient();
  const form = useForm<DeviceForm>({
    defaultValues: {
      name: device.name,
      address: device.address,
      username: device.username,
      password: '',
      removePassword: false,
    },
  });
  const save = useMutation({
    mutationFn: (change: DeviceChange) => changeDevice(device.id, change),
    onSuccess: async (saved, change) => {
      onSaved(saved, 'address' in change || 'username' in change || 'password' in change);
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.devices }),
        queryClient.invalidateQueries({ queryKey: queryKeys.cameras }),
      ]);
    },
  });
  const problem = save.error === null ? null : problemText(problemOf(save.error));

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('devices.editor.title', { name: device.name })}
      closeLabel={t('devices.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('devices.cancel')}</Button>
          <Button look="primary" type="submit" form={formId} disabled={save.isPending}>
            {t(save.isPending ? 'devices.saving' : 'devices.save')}
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <form
          id={formId}
          noValidate
          onSubmit={(event) => {
            void form.handleSubmit((typed) => save.mutate(changeOf(device, typed)))(event);
          }}
          className="flex flex-col gap-4"
        >
          {problem !== null && (
            <Notice tone="error" title={problem.what}>
              {problem.todo}
            </Notice>
          )}
          <DeviceFields hasPassword={device.hasPassword} />
        </form>
      </FormProvider>
    </Dialog>
  );
}

/** Only what differs is sent, so that two people who edit do not undo each other. */
function changeOf(device: DeviceView, typed: DeviceForm): DeviceChange {
  const { removePassword } = typed;
  const name = typed.name.trim();
  // Enter sends the form without leaving the field that would have moved the account.
  const {
    address,
    username = typed.username,
    password = typed.password,
  } = splitAddress(typed.address);
  return {
    ...(name !== device.name && { name }),
    ...(address !== device.address && { address }),
    ...(username !== device.username && { username }),
    ...(removePassword ? { password: '' } : password !== '' && { password }),
  };
}
