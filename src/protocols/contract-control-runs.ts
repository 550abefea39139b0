import { still } from '../domain/ptz.ts';
import type { DeviceLink, Operations } from './protocol.ts';
import type { SiteOperations } from './site-operations.ts';
import type { SteeringOperations } from './steering-operations.ts';

type Run = (operations: Operations, link: DeviceLink, channel: string) => Promise<unknown>;

const right = { ...still, pan: 0.5 };
const picture = { streamId: 'main', width: 640, height: 480 };

/** The first id of a list that the device gives; one that no device has where it gives none. */
async function firstId(list: Promise<readonly { readonly id: string }[]> | undefined) {
  const [first] = (await list) ?? [];
  return first?.id ?? 'none';
}

/** Of the first preset, or whatever number is there. */
const presetId = (operations: Operations, link: DeviceLink, channel: string) =>
  firstId(operations.listPresets?.(link, channel));
const tourId = (operations: Operations, link: DeviceLink, channel: string) =>
  firstId(operations.listTours?.(link, channel));

/** The next free place, or the first preset where the camera lists as many as it can have. */
async function placeToSave(does: Operations, link: DeviceLink, channel: string) {
  const listed = (await does.listPresets?.(link, channel)) ?? [];
  const most = (await does.readPtzAbilities?.(link, channel))?.presets?.most ?? 0;
  return listed.length < most || listed.length === 0 ? null : await presetId(does, link, channel);
}

/** How each operation that acts on a camera or its site is called by the contract. */
export const controlRuns: Readonly<Record<keyof (SteeringOperations & SiteOperations), Run>> = {
  readPtzAbilities: async (does, link, channel) => does.readPtzAbilities?.(link, channel),
  movePtz: async (does, link, channel) => does.movePtz?.(link, channel, right, still),
  stopPtz: async (does, link, channel) => does.stopPtz?.(link, channel, right),
  stepPtz: async (does, link, channel) =>
    does.stepPtz?.(link, channel, { ...still, pan: 1 } as const),
  turnPtzTo: async (does, link, channel) => does.turnPtzTo?.(link, channel, { pan: 10 }),
  turnPtzBy: async (does, link, channel) => does.turnPtzBy?.(link, channel, { pan: 10 }),
  readPtzPosition: async (does, link, channel) => does.readPtzPosition?.(link, channel),
  centrePtz: async (does, link, channel) =>
    does.centrePtz?.(link, channel, { x: 0.25, y: 0.5 }, picture),
  zoomPtzToBox: async (does, link, channel) =>
    does.zoomPtzToBox?.(link, channel, { x: 0.25, y: 0.25, width: 0.5, height: 0.5 }, picture),
  goHome: async (does, link, channel) => does.goHome?.(link, channel),
  saveHome: async (does, link, channel) => does.saveHome?.(link, channel),
  setAutofocus: async (does, link, channel) => does.setAutofocus?.(link, channel, 'on'),
  listPresets: async (does, link, channel) => does.listPresets?.(link, channel),
  goToPreset: async (does, link, channel) =>
    does.goToPreset?.(link, channel, await presetId(does, link, channel)),
  savePreset: async (does, link, channel) =>
    does.savePreset?.(link, channel, { id: await placeToSave(does, link, channel), name: 'Gate' }),
  renamePreset: async (does, link, channel) =>
    does.renamePreset?.(link, channel, await presetId(does, link, channel), 'Gate'),
  removePreset: async (does, link, channel) =>
    does.removePreset?.(link, channel, await presetId(does, link, channel)),
  listTours: async (does, link, channel) => does.listTours?.(link, channel),
  startTour: async (does, link, channel) =>
    does.startTour?.(link, channel, await tourId(does, link, channel)),
  stopTour: async (does, link, channel) =>
    does.stopTour?.(link, channel, await tourId(does, link, channel)),
  readTour: async (does, link, channel) =>
    does.readTour?.(link, channel, await editableTour(does, link, channel)),
  saveTour: async (does, link, channel) => {
    const id = await editableTour(does, link, channel);
    const plan = await does.readTour?.(link, channel, id);
    return plan && does.saveTour?.(link, channel, id, plan);
  },
  readPictureSettings: async (does, link, channel) => does.readPictureSettings?.(link, channel),
  changePictureSettings: async (does, link, channel) =>
    does.changePictureSettings?.(link, channel, { brightness: 1 }),
  listOutputs: async (does, link, channel) => does.listOutputs?.(link, channel),
  switchOutput: async (does, link, channel) =>
    does.switchOutput?.(link, channel, await firstId(does.listOutputs?.(link, channel)), true),
  readInputs: async (does, link, channel) => does.readInputs?.(link, channel),
  readArming: async (does, link, channel) => does.readArming?.(link, channel),
  changeArming: async (does, link, channel) => {
    const arming = await does.readArming?.(link, channel);
    const [first] = arming?.switches ?? [];
    const [mode] = arming?.modes ?? [];
    if (first) {
      return does.changeArming?.(link, channel, { kind: 'switch', switchId: first.id, on: true });
    }
    return does.changeArming?.(link, channel, {
      kind: 'mode',
      mode: mode?.mode ?? 'all',
      armed: true,
    });
  },
};

async function editableTour(does: Operations, link: DeviceLink, channel: string): Promise<string> {
  const tours = (await does.listTours?.(link, channel)) ?? [];
  return tours.find(({ editable }) => editable)?.id ?? 'none';
}
