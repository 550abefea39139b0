import type { ArmingView } from '../../api/site-control.ts';
import { armingQuery, changeArming, readArming } from '../../device-access/site-control.ts';
import type { ArmingChange } from '../../domain/arming.ts';
import { useSiteCommand } from './use-site-command.ts';

/** Changes how a camera is armed. */
export function useArmingCommand(cameraId: string) {
  return useSiteCommand({
    send: (change: ArmingChange) => changeArming(cameraId, change),
    read: () => readArming(cameraId),
    queryKey: armingQuery(cameraId).queryKey,
    isDone,
  });
}

/** A preset says nothing of what it changes, and an override may end at once. */
function isDone({ modes, switches }: ArmingView, change: ArmingChange): boolean {
  switch (change.kind) {
    case 'mode':
      return modes.every(({ mode, armed }) => mode !== change.mode || armed !== !change.armed);
    case 'switch':
      return switches.every(({ id, on }) => id !== change.switchId || on === change.on);
    case 'schedule':
      return modes.every(
        ({ mode, scheduleId }) =>
          !change.modes.includes(mode) || scheduleId === null || scheduleId === change.scheduleId,
      );
    case 'override':
    case 'preset':
      return true;
  }
}
