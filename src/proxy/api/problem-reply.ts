import type { FastifyReply } from 'fastify';
import * as z from 'zod/mini';
import type { Problem } from '../../api/problem.ts';
import { DeviceError, type DeviceErrorKind } from '../../domain/device-error.ts';
import { deviceProblem } from '../registry/device-error-of.ts';
import { RequestFault } from '../request-fault.ts';

const deviceStatus: Record<DeviceErrorKind, number> = {
  unreachable: 502,
  timeout: 504,
  unauthorized: 502,
  forbidden: 502,
  unsupported: 501,
  busy: 503,
  'malformed-reply': 502,
  rejected: 502,
};
/** What was asked for is wrong, not what the device made of it. */
const inputReasons: ReadonlySet<string> = new Set(['address-invalid', 'address-not-allowed']);

const faultStatus: Record<RequestFault['fault'], number> = {
  'invalid-input': 400,
  'not-found': 404,
  'not-allowed': 403,
  conflict: 409,
  'steered-by-other': 409,
  'presets-full': 409,
  'alarm-refused': 409,
  'spoken-by-other': 409,
  'talk-silent': 408,
  'talk-too-long': 408,
  'disk-full': 507,
  'disk-failed': 500,
  'not-confirmed': 403,
  'too-soon': 429,
  'upload-refused': 403,
  'too-many-requests': 429,
  'too-many-attempts': 429,
  'sign-in-needed': 401,
  'sign-in-refused': 401,
  'confirm-needed': 403,
  'setup-needed': 503,
  'code-refused': 403,
  'password-weak': 400,
  'last-administrator': 409,
  internal: 500,
};
const misdirected = 421;

export interface ProblemReply {
  readonly status: number;
  readonly problem: Problem;
  /** Whether the fault is ours, so that it belongs in the log. */
  readonly unexpected: boolean;
}

/** Any failure as a reply; of one that nobody foresaw nothing is told. */
export function problemReply(failure: unknown): ProblemReply {
  if (failure instanceof DeviceError) {
    const status = inputReasons.has(failure.reason) ? 400 : deviceStatus[failure.kind];
    return { status, problem: deviceProblem(failure), unexpected: false };
  }
  if (failure instanceof RequestFault) {
    const status = failure.detail === 'host' ? misdirected : faultStatus[failure.fault];
    return { status, problem: failure.toProblem(), unexpected: false };
  }
  const refused = statusOf(failure);
  if (refused !== undefined) {
    return {
      status: refused,
      problem: new RequestFault('invalid-input').toProblem(),
      unexpected: false,
    };
  }
  return { status: 500, problem: new RequestFault('internal').toProblem(), unexpected: true };
}

/** The status with which Fastify refuses a request: too large, not JSON, a bad address. */
function statusOf(failure: unknown): number | undefined {
  if (!(failure instanceof Error) || !('statusCode' in failure)) return undefined;
  const { statusCode } = failure;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500
    ? statusCode
    : undefined;
}

export function sendProblem(reply: FastifyReply, { status, problem }: ProblemReply): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send(problem);
}

/**
 * Checks a body against the contract.
 * @throws RequestFault `invalid-input` that names the first field in fault, never its value
 */
export function readInput<T>(schema: z.ZodMiniType<T>, input: unknown): T {
  const result = z.safeParse(schema, input);
  if (result.success) return result.data;
  throw new RequestFault('invalid-input', result.error.issues[0]?.path.join('.') || undefined);
}
