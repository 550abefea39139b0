import type { ArmingMode, ModeArming } from '../../domain/arming.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink } from '../protocol.ts';
import type { SiteOperations } from '../site-operations.ts';
import { cameraNumber, operationOf } from './calls.ts';
import { readCameraModes } from './camera-modes.ts';
import { cameraModes } from './endpoints-system.ts';
import { type Fields, fieldOf, switchField } from './fields.ts';
import { cameraOf, systemInfo } from './system-info.ts';

type SpyMode = Exclude<ArmingMode, 'all'>;

/** Each mode with what begins its fields in systemInfo, and its letter, which ends the older ones. */
const modes: readonly { mode: SpyMode; prefix: string; suffix: string }[] = [
  { mode: 'continuous', prefix: 'cc', suffix: 'c' },
  { mode: 'motion', prefix: 'mc', suffix: 'm' },
  { mode: 'actions', prefix: 'a', suffix: 'a' },
];

/** An id of systemInfo: of a schedule or an override. */
function idField(camera: Fields, ...names: readonly string[]): string | null {
  const text = fieldOf(camera, ...names) ?? '';
  return /^\d{1,15}$/.test(text) ? text : null;
}

/** What systemInfo says of one camera, in today's spelling or that of XML without a format. */
export function modesOf(camera: Fields): readonly ModeArming[] {
  return modes.map(({ mode, prefix, suffix }) => ({
    mode,
    armed: switchField(camera, `${prefix}-mode`, `mode-${suffix}`) ?? null,
    scheduleId: idField(camera, `${prefix}-schedule-id`, `schedule-id-${prefix}`),
    overrideId: idField(camera, `${prefix}-schedule-override`, `schedule-override-${prefix}`),
  }));
}

/** "camera_modes", by mode; empty where the server does not answer it. */
async function askedModes(
  link: DeviceLink,
  cameraNum: number,
): Promise<Partial<Record<SpyMode, boolean>>> {
  try {
    const { text } = await link.call({ endpoint: cameraModes, query: { cameraNum } });
    const read = readCameraModes(text, operationOf(cameraModes));
    return {
      continuous: read.continuousCapture,
      motion: read.motionCapture,
      actions: read.actions,
    };
  } catch (failure) {
    if (failure instanceof DeviceError && failure.kind === 'unsupported') return {};
    throw failure;
  }
}

export const arming = {
  async readArming(link, channel) {
    const cameraNum = cameraNumber(channel, cameraModes);
    const info = await systemInfo(link);
    const told = modesOf(cameraOf(info, cameraNum));
    const asked: Partial<Record<ArmingMode, boolean>> = told.every(({ armed }) => armed !== null)
      ? {}
      : await askedModes(link, cameraNum);
    return {
      modes: told.map((one) => ({ ...one, armed: one.armed ?? asked[one.mode] ?? null })),
      schedules: info.schedules,
      overrides: info.overrides,
      presets: info.schedulePresets,
      switches: [],
    };
  },
} satisfies SiteOperations;
