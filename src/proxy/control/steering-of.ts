import type { Steering } from '../../api/control.ts';
import { noPtz } from '../../domain/ptz.ts';
import type { DeviceLink, Operations } from '../../protocols/protocol.ts';

/** What a camera can be asked for: what it says of itself, as far as its protocol has a way to it. */
export async function steeringOf(
  operations: Operations,
  link: DeviceLink,
  channel: string,
): Promise<Steering> {
  const says = (await operations.readPtzAbilities?.(link, channel)) ?? noPtz;
  const can = operations;
  const goesToPresets = can.listPresets && can.goToPreset;
  return {
    // What cannot be stopped is not set going.
    moves: can.movePtz && can.stopPtz ? [...says.moves] : [],
    steps: can.stepPtz ? [...says.steps] : [],
    diagonal: says.diagonal,
    speed: says.speed,
    absolute: can.turnPtzTo ? says.absolute : {},
    relative: can.turnPtzBy ? says.relative : {},
    centre: says.centre && can.centrePtz !== undefined,
    box: says.box && can.zoomPtzToBox !== undefined,
    home: says.home && can.goHome !== undefined,
    saveHome: says.saveHome && can.saveHome !== undefined,
    autofocus: can.setAutofocus ? [...says.autofocus] : [],
    presets:
      says.presets && goesToPresets
        ? {
            ...says.presets,
            save: can.savePreset !== undefined,
            rename: can.renamePreset !== undefined,
            remove: can.removePreset !== undefined,
          }
        : null,
    tours: can.listTours !== undefined,
    position: can.readPtzPosition !== undefined,
  };
}
