import type { Problem } from '../../api/problem.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { maskText } from '../console/mask-text.ts';
import { cleanFact } from './clean-name.ts';

/** Whatever an operation threw, as the one failure that people can be told about. */
export function deviceErrorOf(failure: unknown): DeviceError {
  if (failure instanceof DeviceError) return failure;
  // A fault of ours must not pass for one of the device's answers, nor carry its text along.
  return new DeviceError('malformed-reply', 'unexpected-reply', {
    detail: failure instanceof Error ? failure.name : undefined,
  });
}

/** A failure of a device as the browser reads it. */
export function deviceProblem(error: DeviceError): Problem {
  // A device may repeat in its answer what it was asked with.
  const detail = cleanFact(error.detail === undefined ? undefined : maskText(error.detail));
  return {
    kind: error.kind,
    reason: error.reason,
    ...(detail === undefined ? {} : { detail }),
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: Math.round(error.retryAfterMs) }),
  };
}
