import type { ArmingMode, NamedChoice } from '../../domain/arming.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink } from '../protocol.ts';
import type { SiteOperations } from '../site-operations.ts';
import { modesOf } from './arming.ts';
import { cameraNumber, command, operationOf } from './calls.ts';
import { control } from './endpoints-control.ts';
import { cameraOf, systemInfo } from './system-info.ts';

/** "0=Unarmed 24/7, 1=Armed 24/7 …", and "0=No override, 1-14=…". */
const unarmed = 0;
const armedAlways = 1;
const documentedSchedules = 3;
const documentedOverrides = 14;
const noOverride = 0;
/** Not in the document: servers leave the override as it is. */
const sameOverride = -1;

const letters: Readonly<Record<ArmingMode, string>> = {
  all: 'CMA',
  continuous: 'C',
  motion: 'M',
  actions: 'A',
};

/** The letters of several modes, each once, in the order of the document. */
function lettersOf(wanted: readonly ArmingMode[]): string {
  const named = wanted.map((mode) => letters[mode]).join('');
  return Array.from(letters.all)
    .filter((letter) => named.includes(letter))
    .join('');
}

const operation = operationOf(control.scheduleSet);

/** A server says OK to any number, so what is in no list is stopped here. */
function numberOf(id: string, known: readonly NamedChoice[], documented: number): number {
  const number = /^\d{1,15}$/.test(id) ? Number(id) : Number.NaN;
  if (number <= documented || known.some((choice) => choice.id === id)) return number;
  throw new DeviceError('rejected', 'not-found', { operation });
}

const setSchedule = (
  link: DeviceLink,
  cameraNum: number,
  schedule: number,
  override: number,
  mode: string,
) =>
  command(link, { endpoint: control.scheduleSet, query: { cameraNum, schedule, override, mode } });

/** An override is set together with a schedule, so each mode is given the one that it has. */
async function setOverride(
  link: DeviceLink,
  cameraNum: number,
  wanted: readonly ArmingMode[],
  overrideId: string,
): Promise<void> {
  const info = await systemInfo(link);
  const override = numberOf(overrideId, info.overrides, documentedOverrides);
  const named = lettersOf(wanted);
  const bySchedule = new Map<string, readonly ArmingMode[]>();
  for (const { mode, scheduleId } of modesOf(cameraOf(info, cameraNum))) {
    if (!named.includes(letters[mode])) continue;
    if (scheduleId === null) throw new DeviceError('unsupported', 'not-supported', { operation });
    bySchedule.set(scheduleId, [...(bySchedule.get(scheduleId) ?? []), mode]);
  }
  for (const [scheduleId, modes] of bySchedule) {
    await setSchedule(link, cameraNum, Number(scheduleId), override, lettersOf(modes));
  }
}

export const armingChange = {
  async changeArming(link, channel, change) {
    const cameraNum = cameraNumber(channel, control.scheduleSet);
    switch (change.kind) {
      case 'mode': {
        const schedule = change.armed ? armedAlways : unarmed;
        return setSchedule(link, cameraNum, schedule, noOverride, letters[change.mode]);
      }
      case 'schedule': {
        const { schedules, overrides } = await systemInfo(link);
        const schedule = numberOf(change.scheduleId, schedules, documentedSchedules);
        const override =
          change.overrideId === null
            ? sameOverride
            : numberOf(change.overrideId, overrides, documentedOverrides);
        return setSchedule(link, cameraNum, schedule, override, lettersOf(change.modes));
      }
      case 'override':
        return setOverride(link, cameraNum, change.modes, change.overrideId);
      case 'preset': {
        const { schedulePresets } = await systemInfo(link);
        const id = numberOf(change.presetId, schedulePresets, -1);
        return command(link, { endpoint: control.schedulePreset, query: { id } });
      }
      case 'switch':
        throw new DeviceError('unsupported', 'not-supported', { operation });
    }
  },
} satisfies SiteOperations;
