import type { ArmingSwitch as Value } from '../../domain/arming.ts';
import { t } from '../../messages/t.ts';
import { SwitchField } from '../../ui/switch-field.tsx';
import { CommandNote } from './command-note.tsx';
import { useArmingCommand } from './use-arming-command.ts';

export interface ArmingSwitchProps {
  readonly cameraId: string;
  readonly value: Value;
}

/** Something that the camera watches for by itself. Shows what the device says, not what was asked. */
export function ArmingSwitch({ cameraId, value: { id, name, what, on } }: ArmingSwitchProps) {
  const command = useArmingCommand(cameraId);
  return (
    <>
      <SwitchField
        label={name || t(`site.switch.${what}`)}
        on={on}
        busy={command.isPending}
        onSwitch={(next) => command.mutate({ kind: 'switch', switchId: id, on: next })}
      />
      <CommandNote command={command} same={t('site.arming.same')} />
    </>
  );
}
