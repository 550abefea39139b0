import { DeviceError } from '../../domain/device-error.ts';
import type { Audit, AuditSignature } from '../access/audit.ts';
import { cleanName } from '../registry/clean-name.ts';
import { deviceErrorOf, deviceProblem } from '../registry/device-error-of.ts';
import { RequestFault } from '../request-fault.ts';

export interface ControlEvent {
  /** Dotted words, e.g. `ptz.move`. */
  readonly operation: string;
  readonly cameraId: string;
  readonly cameraName: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** It was given up before anything was sent. */
  readonly isCancelled?: boolean;
  /** What went wrong; nothing where it was done. */
  readonly failure?: unknown;
}

/** The proxy itself, where no person stands behind a command any more. */
export const bySystem: AuditSignature = { actor: { kind: 'system', name: '' } };

/** Writes what was done to a camera; never waited for, since no command waits for the disk. */
export function recordControl(audit: Audit, by: AuditSignature, event: ControlEvent): void {
  const { operation, cameraId, cameraName, parameters = {}, isCancelled, failure } = event;
  // A window may have named anything, and so may a device.
  const clean = Object.entries(parameters).map(([name, value]) => [name, cleanName(value)]);
  void audit.write({
    ...by,
    operation,
    object: { kind: 'camera', id: cleanName(cameraId), name: cameraName },
    parameters: Object.fromEntries(clean),
    outcome: isCancelled ? 'cancelled' : outcomeOf(failure),
    detail: reasonOf(failure),
    revealed: false,
  });
}

function outcomeOf(failure: unknown): 'done' | 'refused' | 'failed' {
  if (failure === undefined) return 'done';
  return failure instanceof RequestFault ? 'refused' : 'failed';
}

/** The reason with the device's own word, e.g. `command-refused: -4`. */
function reasonOf(failure: unknown): string {
  if (failure === undefined) return '';
  if (failure instanceof RequestFault) return failure.fault;
  const { reason, detail } = deviceProblem(
    failure instanceof DeviceError ? failure : deviceErrorOf(failure),
  );
  return detail === undefined ? reason : `${reason}: ${detail}`;
}
