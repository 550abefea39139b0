import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { CameraView } from '../../api/camera.ts';
import type { DeviceView } from '../../api/device.ts';
import { changeDevice } from '../../device-access/commands.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CameraChoices, type CamerasForm } from './camera-choices.tsx';

export interface DeviceCamerasProps {
  readonly device: DeviceView;
  readonly live: readonly CameraView[];
}

/** Pictures, names and ticks of the cameras of a stored device. */
export function DeviceCameras({ device, live }: DeviceCamerasProps): ReactElement {
  const queryClient = useQueryClient();
  const form = useForm<CamerasForm>({ defaultValues: formOf(device) });
  const { isDirty } = form.formState;
  const save = useMutation({
    mutationFn: ({ cameras }: CamerasForm) =>
      changeDevice(device.id, {
        cameras: cameras.map(({ cameraId, name, enabled }) => ({
          id: cameraId,
          name: name.trim(),
          enabled,
        })),
      }),
    onSuccess: async (saved) => {
      form.reset(formOf(saved));
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.devices }),
        queryClient.invalidateQueries({ queryKey: queryKeys.cameras }),
      ]);
    },
  });

  // A pushed change shows at once, but never over what is being typed.
  useEffect(() => {
    if (!form.formState.isDirty) form.reset(formOf(device));
  }, [device, form]);

  return (
    <FormProvider {...form}>
      <form
        noValidate
        aria-label={t('devices.page.cameras')}
        onSubmit={(event) => void form.handleSubmit((typed) => save.mutate(typed))(event)}
      >
        <h2 className="font-semibold">{t('devices.page.cameras')}</h2>
        <p className="mb-3 text-text-2">{t('devices.page.camerasHint')}</p>
        <CameraChoices live={live} />
        {isDirty && (
          <div className="sticky bottom-4 z-10 mt-4">
            <Notice
              tone={save.error === null ? 'info' : 'error'}
              title={t(save.error === null ? 'devices.page.unsaved' : 'devices.page.saveFailed')}
              className="shadow-2xl"
              actions={
                <>
                  <Button look="quiet" onClick={() => form.reset(formOf(device))}>
                    {t('devices.page.discard')}
                  </Button>
                  <Button look="primary" type="submit" disabled={save.isPending}>
                    {t(save.isPending ? 'devices.saving' : 'devices.page.saveCameras')}
                  </Button>
                </>
              }
            >
              {save.error !== null && problemText(problemOf(save.error)).todo}
            </Notice>
          </div>
        )}
      </form>
    </FormProvider>
  );
}

function formOf(device: DeviceView): CamerasForm {
  return {
    cameras: device.cameras.map(({ id, name, enabled }) => ({ cameraId: id, name, enabled })),
  };
}
