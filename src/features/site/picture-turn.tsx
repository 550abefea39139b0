import { t } from '../../messages/t.ts';
import { SwitchField } from '../../ui/switch-field.tsx';
import { CommandNote } from './command-note.tsx';
import { usePictureCommand } from './use-picture-command.ts';

export interface PictureTurnProps {
  readonly cameraId: string;
  readonly name: 'flipped' | 'mirrored';
  readonly on: boolean;
}

/** A picture that stands on its head or is the wrong way round. */
export function PictureTurn({ cameraId, name, on }: PictureTurnProps) {
  const command = usePictureCommand(cameraId);
  return (
    <div>
      <SwitchField
        label={t(`site.picture.flip.${name}`)}
        on={on}
        busy={command.isPending}
        onSwitch={(next) => command.mutate({ [name]: next })}
      />
      <CommandNote command={command} same={t('site.picture.same')} />
    </div>
  );
}
