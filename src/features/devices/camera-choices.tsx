import { EyeOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { CameraView } from '../../api/camera.ts';
import { isPlayable } from '../../domain/stream.ts';
import { t } from '../../messages/t.ts';
import { CameraTile } from '../../playback/camera-tile.tsx';
import { PictureSurface } from '../../playback/picture-surface.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { CameraChoice } from './wizard-form.ts';

export interface CamerasForm {
  cameras: CameraChoice[];
}

/** A live picture of each camera with its name and whether it is shown, inside any form that has cameras. */
export function CameraChoices({ live }: { readonly live: readonly CameraView[] }): ReactElement {
  const { fields } = useFieldArray<CamerasForm>({ name: 'cameras' });
  return (
    <ul
      aria-label={t('devices.found.cameras')}
      className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-4"
    >
      {fields.map((field, position) => (
        <CameraCard
          key={field.id}
          position={position}
          camera={live.find(({ id }) => id === field.cameraId)}
        />
      ))}
    </ul>
  );
}

interface CameraCardProps {
  readonly position: number;
  /** Absent where the camera is not shown, so that there is no picture either. */
  readonly camera: CameraView | undefined;
}

// A surface for each: one under the whole list would be black between the cards.
function CameraCard({ position, camera }: CameraCardProps): ReactElement {
  const { register, formState } = useFormContext<CamerasForm>();
  const { name, enabled } = useWatch<CamerasForm, `cameras.${number}`>({
    name: `cameras.${position}`,
  });
  const error = formState.errors.cameras?.[position]?.name?.message;
  return (
    <li className="flex flex-col overflow-hidden rounded-control border border-line">
      <div className="relative aspect-video">
        {camera === undefined || !enabled ? (
          <p className="absolute inset-0 flex flex-col items-center justify-center gap-2 bg-letterbox text-text-3">
            <EyeOff aria-hidden className="size-6" />
            {t('devices.page.hidden')}
          </p>
        ) : (
          <PictureSurface className="absolute inset-0">
            <CameraTile camera={camera} fit="contain" quality="auto" label={false} />
          </PictureSurface>
        )}
      </div>
      <div className="flex grow flex-col gap-2 border-t border-line bg-panel p-3">
        <div className="flex items-start gap-1">
          <CheckField
            {...register(`cameras.${position}.enabled`)}
            label={t('devices.found.show', { name })}
            labelHidden
            className="mt-0.5 pointer-coarse:mt-0"
          />
          <TextField
            {...register(`cameras.${position}.name`, {
              validate: (typed) => typed.trim() !== '' || t('devices.found.nameMissing'),
            })}
            label={t('devices.found.cameraName', { position: position + 1 })}
            labelHidden
            error={error}
            autoComplete="off"
            maxLength={128}
            className="min-w-0 grow"
          />
        </div>
        {camera !== undefined && <StreamFacts camera={camera} />}
      </div>
    </li>
  );
}

type StreamView = CameraView['streams'][number];

/** Streams of one kind and size look the same here: four rates of HLS are no four facts. */
function isFirstOfItsLook(
  { kind, width, height }: StreamView,
  position: number,
  all: readonly StreamView[],
): boolean {
  const same = (one: StreamView) =>
    one.kind === kind && one.width === width && one.height === height;
  return all.findIndex(same) === position;
}

function StreamFacts({ camera }: { readonly camera: CameraView }): ReactElement {
  const playable = camera.streams.filter(isPlayable).filter(isFirstOfItsLook);
  if (playable.length === 0) {
    return <p className="text-xs text-p3">{t('devices.found.noStream')}</p>;
  }
  return (
    <ul
      aria-label={t('devices.found.streams', { name: camera.name })}
      className="flex flex-wrap gap-1.5 text-xs text-text-2"
    >
      {playable.map(({ id, kind, width, height }) => (
        <li key={id} className="rounded border border-line px-1.5 py-0.5">
          {t(`devices.stream.${kind}`)}
          {width !== undefined && height !== undefined && (
            <span dir="ltr">{` ${width}×${height}`}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
