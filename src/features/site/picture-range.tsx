import { t } from '../../messages/t.ts';
import { RangeField } from '../../ui/range-field.tsx';
import { CommandNote } from './command-note.tsx';
import { usePictureCommand } from './use-picture-command.ts';

export interface PictureRangeProps {
  readonly cameraId: string;
  readonly name: 'brightness' | 'contrast';
  /** In the camera's own range. */
  readonly range: { readonly value: number; readonly maximum: number };
}

export function PictureRange({ cameraId, name, range }: PictureRangeProps) {
  const command = usePictureCommand(cameraId);
  const { value, maximum } = range;
  const choose = async (next: number) => {
    // A failure stands below the slider, which then shows again what holds.
    await command.mutateAsync({ [name]: next }).catch(() => undefined);
  };
  return (
    <div>
      <RangeField
        label={t(`site.picture.${name}`)}
        value={value}
        maximum={maximum}
        textOf={(shown) => t('site.picture.of', { value: shown, maximum })}
        busy={command.isPending}
        onChoose={choose}
      />
      <CommandNote command={command} same={t('site.picture.same')} />
    </div>
  );
}
