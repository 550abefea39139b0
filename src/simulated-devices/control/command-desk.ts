import type { ServerResponse } from 'node:http';
import { type CommandFault, type CommandFaultKind, CommandFaults } from './command-fault.ts';
import { type DeviceCommand, type Outcome, refused } from './device-command.ts';

export interface LoggedCommand extends DeviceCommand, Outcome {
  readonly atMs: number;
  /** The fault that befell it; absent where none did. */
  readonly disturbedBy?: CommandFaultKind;
}

const mostEntries = 4000;

/** Where the commands of a device come in: each is noted with what became of it, and may be disturbed. */
export class CommandDesk {
  readonly faults = new CommandFaults();
  readonly #now: () => number;
  readonly #entries: LoggedCommand[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Newest last, bounded. */
  get entries(): readonly LoggedCommand[] {
    return this.#entries;
  }

  /**
   * @param obey does what the command says
   * @param answer tells the client of it, in the device's own way
   */
  take(
    response: ServerResponse,
    command: DeviceCommand,
    obey: () => Outcome,
    answer: (outcome: Outcome) => void,
  ): void {
    const fault = this.faults.take(command);
    if (fault === null) {
      const outcome = obey();
      this.#note(command, outcome);
      answer(outcome);
      return;
    }
    this.#disturb(response, command, fault, obey, answer);
  }

  #disturb(
    response: ServerResponse,
    command: DeviceCommand,
    fault: CommandFault,
    obey: () => Outcome,
    answer: (outcome: Outcome) => void,
  ): void {
    const disturbed = refused(`disturbed: ${fault.kind}`);
    const outcome = fault.kind === 'timeout' && fault.obeyed ? obey() : disturbed;
    this.#note(command, outcome, fault.kind);
    switch (fault.kind) {
      case 'refuse':
        return void answer(disturbed);
      case 'lost':
        return void response.destroy();
      case 'status-500':
        return void response.writeHead(500, { 'Content-Length': 0, Connection: 'close' }).end();
      case 'timeout': {
        const hangUp = setTimeout(() => response.destroy(), fault.silentMs);
        return void response.on('close', () => clearTimeout(hangUp));
      }
    }
  }

  #note(command: DeviceCommand, outcome: Outcome, disturbedBy?: CommandFaultKind): void {
    this.#entries.push({
      atMs: this.#now(),
      ...command,
      ...outcome,
      ...(disturbedBy === undefined ? {} : { disturbedBy }),
    });
    if (this.#entries.length > mostEntries) this.#entries.shift();
  }
}
