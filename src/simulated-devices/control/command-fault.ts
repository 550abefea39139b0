import type { DeviceCommand } from './device-command.ts';

/**
 * `status-500` and `timeout` are seen and not obeyed, `lost` is cut off unseen, `refuse` is answered
 * as the device refuses.
 */
export const commandFaultKinds = ['status-500', 'timeout', 'lost', 'refuse'] as const;
export type CommandFaultKind = (typeof commandFaultKinds)[number];

export const disturbedCommands = ['stop', 'move', 'all'] as const;

export interface CommandFault {
  /** The device's own number of the camera; every camera where absent. */
  readonly camera?: number | undefined;
  readonly kind: CommandFaultKind;
  /** `all` are those that change something: reading is never disturbed. */
  readonly commands: (typeof disturbedCommands)[number];
  /** How many commands it befalls. */
  readonly times: number;
  /** How long a `timeout` says nothing before it hangs up. */
  readonly silentMs: number;
  /** Whether a command is obeyed all the same; only of `timeout`. */
  readonly obeyed: boolean;
}

function befalls({ camera, commands }: CommandFault, command: DeviceCommand): boolean {
  if (camera !== undefined && camera !== command.camera) return false;
  return commands === 'all' ? command.kind !== 'read' : commands === command.kind;
}

/** The faults that wait for commands to befall. */
export class CommandFaults {
  #waiting: readonly CommandFault[] = [];

  add(fault: CommandFault): void {
    this.#waiting = [...this.#waiting, fault];
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The oldest that befalls this command, once less than before; null for none. */
  take(command: DeviceCommand): CommandFault | null {
    const found = this.#waiting.find((fault) => befalls(fault, command));
    if (found === undefined) return null;
    const left = { ...found, times: found.times - 1 };
    this.#waiting = this.#waiting.flatMap((fault) => {
      if (fault !== found) return [fault];
      return left.times > 0 ? [left] : [];
    });
    return found;
  }
}
