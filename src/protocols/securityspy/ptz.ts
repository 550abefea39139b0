import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink } from '../protocol.ts';
import type { SteeringOperations } from '../steering-operations.ts';
import { cameraNumber, command, operationOf } from './calls.ts';
import { featuresOf, permissionsOf } from './camera-fields.ts';
import { control } from './endpoints-control.ts';
import { ptzCapabilities } from './endpoints-system.ts';
import { type Movement, movementsOf } from './ptz-commands.ts';
import { isContinuous, ptzAbilities } from './ptz-features.ts';
import { cameraOf, systemInfo } from './system-info.ts';

/** "Single number whose binary digits indicate PTZ capabilities". */
async function readFeatures(link: DeviceLink, cameraNum: number): Promise<number> {
  const { text } = await link.call({ endpoint: ptzCapabilities, query: { cameraNum } });
  if (/^\s*\d{1,9}\s*$/.test(text)) return Number(text);
  const operation = operationOf(ptzCapabilities);
  throw new DeviceError('malformed-reply', 'unexpected-reply', { operation });
}

const stop = (link: DeviceLink, cameraNum: number) =>
  command(link, { endpoint: control.ptzStop, query: { cameraNum, command: 99 } });

/** Neither focus nor iris can be moved, and a camera that goes on cannot be stepped. */
const unsupported = () =>
  new DeviceError('unsupported', 'not-supported', { operation: operationOf(control.ptzMove) });

function sameMovement(one: Movement, other: Movement): boolean {
  return one.command === other.command && one.speed === other.speed;
}

export const ptz = {
  async readPtzAbilities(link, channel) {
    const cameraNum = cameraNumber(channel, ptzCapabilities);
    const camera = cameraOf(await systemInfo(link), cameraNum);
    const features = featuresOf(camera) ?? (await readFeatures(link, cameraNum));
    return ptzAbilities(features, permissionsOf(camera));
  },

  /**
   * Command 99 stops everything at once. So where one axis comes to rest while others go on, all are
   * stopped and the others are set going anew.
   */
  async movePtz(link, channel, velocity, before) {
    const cameraNum = cameraNumber(channel, control.ptzMove);
    const wanted = movementsOf(velocity);
    const running = movementsOf(before);
    const goOn = new Set(wanted.flatMap(({ axes }) => axes));
    const stops = running.some(({ axes }) => axes.some((axis) => !goOn.has(axis)));
    if (stops) await stop(link, cameraNum);
    if (wanted.length === 0) throw unsupported();
    for (const movement of wanted) {
      if (!stops && running.some((one) => sameMovement(one, movement))) continue;
      const { endpoint, command: number, speed } = movement;
      await command(link, { endpoint, query: { cameraNum, command: number, speed } });
    }
  },

  async stopPtz(link, channel) {
    await stop(link, cameraNumber(channel, control.ptzStop));
  },

  /** Asks first whether the camera stands by itself afterwards: one that does not would run away. */
  async stepPtz(link, channel, step) {
    const cameraNum = cameraNumber(channel, control.ptzMove);
    const movements = movementsOf(step);
    if (movements.length === 0 || step.focus !== 0 || step.iris !== 0) throw unsupported();
    if (isContinuous(await readFeatures(link, cameraNum))) throw unsupported();
    for (const { endpoint, command: number } of movements) {
      await command(link, { endpoint, query: { cameraNum, command: number } });
    }
  },

  async goHome(link, channel) {
    const endpoint = control.ptzHome;
    const cameraNum = cameraNumber(channel, endpoint);
    await command(link, { endpoint, query: { cameraNum, command: 7 } });
  },
} satisfies SteeringOperations;
