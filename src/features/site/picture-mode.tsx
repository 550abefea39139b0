import type { PictureSettings } from '../../domain/camera.ts';
import { t } from '../../messages/t.ts';
import { ChoiceButtons } from './choice-buttons.tsx';
import { CommandNote } from './command-note.tsx';
import { usePictureCommand } from './use-picture-command.ts';

const modes = ['50hz', '60hz', 'outdoor'] as const;

export interface PictureModeProps {
  readonly cameraId: string;
  readonly mode: NonNullable<PictureSettings['mode']>;
}

/** What the light flickers like, where the camera is. */
export function PictureMode({ cameraId, mode }: PictureModeProps) {
  const command = usePictureCommand(cameraId);
  const { isPending, variables, mutate } = command;
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-sm">{t('site.picture.mode')}</h3>
      <ChoiceButtons
        label={t('site.picture.mode')}
        value={mode}
        pending={isPending ? (variables.mode ?? null) : null}
        options={modes.map((value) => ({ value, text: t(`site.picture.mode.${value}`) }))}
        onChoose={(next) => mutate({ mode: next })}
      />
      <CommandNote command={command} same={t('site.picture.same')} />
    </div>
  );
}
