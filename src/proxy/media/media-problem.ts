import type { Problem } from '../../api/problem.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { deviceProblem } from '../registry/device-error-of.ts';

/** A close reason may be 123 bytes long (RFC 6455 section 5.5). */
const longestCloseReason = 123;

/** What a viewer is told of a failure. */
export function mediaProblem(error: unknown): Problem {
  if (!(error instanceof DeviceError)) return { kind: 'internal', reason: 'internal' };
  return deviceProblem(error);
}

/** The same as the reason of a socket close: without the detail where it would not fit. */
export function closeReason(problem: Problem): string {
  const whole = JSON.stringify(problem);
  if (Buffer.byteLength(whole) <= longestCloseReason) return whole;
  return JSON.stringify({ kind: problem.kind, reason: problem.reason });
}

export const unknownStream: Problem = { kind: 'not-found', reason: 'not-found' };
export const wrongKind: Problem = { kind: 'unsupported', reason: 'not-supported' };
