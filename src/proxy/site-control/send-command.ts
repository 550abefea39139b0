import {
  type Audit,
  type AuditSignature,
  type NewAuditEntry,
  signatureOf,
} from '../access/audit.ts';
import type { Caller } from '../access/caller.ts';
import type { FoundCamera } from '../registry/camera-directory.ts';
import { deviceErrorOf, deviceProblem } from '../registry/device-error-of.ts';
import { RequestFault } from '../request-fault.ts';

/** Who acts on a camera, and from where. */
export interface Commander {
  readonly caller: Caller;
  /** Of the socket, never what a header claims. */
  readonly address: string;
}

export interface Command {
  readonly by: Commander;
  readonly camera: FoundCamera['camera'];
  /** Dotted words, e.g. `output.switch`. */
  readonly operation: string;
  /** As they were sent. */
  readonly parameters: Parameters;
}
type Parameters = Readonly<Record<string, string>>;

/** A command as the record has it. */
export interface SignedCommand extends Pick<Command, 'operation' | 'parameters'> {
  readonly by: AuditSignature;
  readonly object: NonNullable<NewAuditEntry['object']>;
}

/**
 * Sends a command, and records who sent it and what became of it.
 * @param send may put the names that the device has in the place of the parameters
 * @throws RequestFault where it was not sent, DeviceError where the device did not take it
 */
export async function sendCommand(
  audit: Pick<Audit, 'write'>,
  { by, camera, operation, parameters }: Command,
  send: (name: (parameters: Parameters) => void) => Promise<void>,
): Promise<void> {
  const { id, name } = camera.row;
  const object = { kind: 'camera', id, name } as const;
  const signature = signatureOf(by.caller, by.address);
  await sendSigned(audit, { by: signature, object, operation, parameters }, send);
}

/** The same for whatever is commanded, by whomever. */
export async function sendSigned<Result>(
  audit: Pick<Audit, 'write'>,
  command: SignedCommand,
  send: (name: (parameters: Parameters) => void) => Promise<Result>,
): Promise<Result> {
  const { by, object, operation } = command;
  let { parameters } = command;
  const record = (outcome: NewAuditEntry['outcome'], detail = '') =>
    audit.write({
      ...by,
      operation,
      object,
      parameters: { ...parameters },
      outcome,
      detail,
      revealed: false,
    });
  let result: Result;
  try {
    result = await send((named) => {
      parameters = named;
    });
  } catch (failure) {
    if (failure instanceof RequestFault) {
      await record('refused', failure.detail ?? failure.fault);
      throw failure;
    }
    const error = deviceErrorOf(failure);
    const { reason, detail } = deviceProblem(error);
    await record('failed', detail === undefined ? reason : `${reason}: ${detail}`);
    throw error;
  }
  await record('answered');
  return result;
}
