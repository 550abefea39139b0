import type { SimulatedDevice } from '../device.ts';
import { type CommandFault, commandFaultKinds, disturbedCommands } from './command-fault.ts';
import type { DeviceControls } from './device-controls.ts';

const usualSilentMs = 10_000;

type Ask = (
  devices: readonly SimulatedDevice[],
  now: () => number,
  query: URLSearchParams,
) => unknown;

function ofEach(devices: readonly SimulatedDevice[], of: (controls: DeviceControls) => unknown) {
  return Object.fromEntries(devices.map(({ name, controls }) => [name, of(controls)]));
}

/** What the control endpoint tells, by its path; all of it by the name of the device. */
export const questions: Readonly<Record<string, Ask>> = {
  '/log': (devices) => Object.fromEntries(devices.map(({ name, log }) => [name, log.entries])),
  '/heads': (devices) => ofEach(devices, (controls) => controls.heads()),
  '/commands': (devices) => ofEach(devices, ({ desk }) => desk.entries),
  '/outputs': (devices) => ofEach(devices, (controls) => controls.outputs()),
  '/inputs': (devices) => ofEach(devices, (controls) => controls.inputs()),
  '/heard': (devices) => ofEach(devices, (controls) => controls.heard()),
  '/events-sent': (devices) =>
    Object.fromEntries(
      devices.map(({ name, events: { told, sent, kinds } }) => [name, { told, kinds, sent }]),
    ),
  '/recordings': (devices, now, query) => {
    const camera = Number(query.get('camera') ?? 1);
    const fromMs = Number(query.get('from') ?? 0);
    const toMs = Number(query.get('to') ?? now());
    return Object.fromEntries(
      devices.map(({ name, recordings }) => [name, recordings.pieces(camera, fromMs, toMs)]),
    );
  },
  '/clock': (devices, now) => ({
    nowMs: now(),
    tones: ofEach(devices, (controls) => controls.tones()),
  }),
};

type Fields = Readonly<Record<string, unknown>>;

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value);
}

/** `{"camera"?, "kind", "commands"?, "times"?, "ms"?, "obeyed"?}`; null for nonsense. */
function readCommandFault(fields: Fields): CommandFault | null {
  const { camera, times = 1, ms = usualSilentMs, obeyed = false } = fields;
  const kind = oneOf(commandFaultKinds, fields.kind);
  const commands = oneOf(disturbedCommands, fields.commands ?? 'all');
  if (kind === undefined || commands === undefined || typeof obeyed !== 'boolean') return null;
  if (camera !== undefined && typeof camera !== 'number') return null;
  if (typeof times !== 'number' || typeof ms !== 'number') return null;
  return { camera, kind, commands, times, silentMs: ms, obeyed };
}

/** Disturbs the next commands of a device; `{"kind": "none"}` calls off what still waits. */
export function disturb({ desk }: DeviceControls, fields: Fields): boolean {
  if (fields.kind === 'none') {
    desk.faults.clear();
    return true;
  }
  const fault = readCommandFault(fields);
  if (fault !== null) desk.faults.add(fault);
  return fault !== null;
}

/** `{"camera"?, "input", "on"}` */
export function setInput(controls: DeviceControls, fields: Fields): boolean {
  const { camera = 1, input, on } = fields;
  if (typeof camera !== 'number' || typeof on !== 'boolean') return false;
  return controls.setInput(camera, String(input), on);
}

/** `{"aheadMs"}` */
export function setClock({ recordings }: SimulatedDevice, { aheadMs }: Fields): boolean {
  return typeof aheadMs === 'number' && recordings.setClockAhead(aheadMs);
}
