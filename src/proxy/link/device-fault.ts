import {
  DeviceError,
  type DeviceErrorKind,
  type DeviceErrorReason,
} from '../../domain/device-error.ts';
import { isSecureOrigin } from './address-policy.ts';

const longestRetryAfterMs = 30_000;

const byCode: Readonly<Record<string, readonly [DeviceErrorKind, DeviceErrorReason]>> = {
  ECONNREFUSED: ['unreachable', 'connection-refused'],
  ENOTFOUND: ['unreachable', 'name-not-found'],
  EAI_AGAIN: ['unreachable', 'name-not-found'],
  EAI_FAIL: ['unreachable', 'name-not-found'],
  EAI_NONAME: ['unreachable', 'name-not-found'],
  EHOSTUNREACH: ['unreachable', 'no-route'],
  ENETUNREACH: ['unreachable', 'no-route'],
  EHOSTDOWN: ['unreachable', 'no-route'],
  EADDRNOTAVAIL: ['unreachable', 'no-route'],
  ECONNRESET: ['unreachable', 'connection-lost'],
  EPIPE: ['unreachable', 'connection-lost'],
  UND_ERR_SOCKET: ['unreachable', 'connection-lost'],
  ERR_STREAM_PREMATURE_CLOSE: ['unreachable', 'connection-lost'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['unreachable', 'connection-lost'],
  ETIMEDOUT: ['timeout', 'dial-timeout'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'dial-timeout'],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', 'answer-timeout'],
  UND_ERR_BODY_TIMEOUT: ['timeout', 'stalled'],
  UND_ERR_HEADERS_OVERFLOW: ['malformed-reply', 'too-large'],
  HPE_HEADER_OVERFLOW: ['malformed-reply', 'too-large'],
  UND_ERR_DESTROYED: ['unreachable', 'stopped'],
  UND_ERR_CLOSED: ['unreachable', 'stopped'],
  UND_ERR_ABORTED: ['unreachable', 'stopped'],
  ABORT_ERR: ['unreachable', 'stopped'],
  EPROTO: ['unreachable', 'tls-failed'],
};
/** What a person may settle by looking at the certificate himself. */
const untrustedCode =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|CERT_(HAS_EXPIRED|NOT_YET_VALID|UNTRUSTED)|UNABLE_TO_(GET_ISSUER_CERT|GET_ISSUER_CERT_LOCALLY|VERIFY_LEAF_SIGNATURE)|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/;
const tlsCode = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|HOSTNAME_MISMATCH)/;

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (error instanceof Error) {
    if (error.name === 'AbortError') return 'ABORT_ERR';
    if ('code' in error && typeof error.code === 'string') return error.code;
    // undici leaves the code out where its parser gave none.
    if (error.name === 'HTTPParserError') return 'HPE_INVALID';
    // undici wraps what went wrong on the socket.
    if (error.cause !== undefined) return codeOf(error.cause);
  }
  return '';
}

/** Whether the answer's header broke the strict grammar, so that the lenient reader may help. */
export function isMalformedHeader(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('HPE_') && code !== 'HPE_HEADER_OVERFLOW';
}

/** Whatever a transport throws, as the one failure that people can be told about. */
export function deviceFault(error: unknown, operation?: string): DeviceError {
  if (error instanceof DeviceError) return error;
  const code = codeOf(error);
  const known = byCode[code];
  if (known) return new DeviceError(known[0], known[1], { operation });
  if (code.startsWith('HPE_')) {
    return new DeviceError('malformed-reply', 'header-malformed', { operation, detail: code });
  }
  if (untrustedCode.test(code)) {
    return new DeviceError('unreachable', 'certificate-untrusted', { operation, detail: code });
  }
  if (tlsCode.test(code)) {
    return new DeviceError('unreachable', 'tls-failed', { operation, detail: code });
  }
  return new DeviceError('unreachable', 'connection-lost', {
    operation,
    ...(code === '' ? {} : { detail: code }),
  });
}

/**
 * A secure device is spoken to in TLS on every port. Where a stream has a plain port of its own, the
 * dial fails, and that is told as what it is.
 */
export function clearPortFault(
  origin: URL,
  port: number | undefined,
  fault: DeviceError,
): DeviceError {
  if (port === undefined || !isSecureOrigin(origin) || fault.reason !== 'tls-failed') return fault;
  return new DeviceError('forbidden', 'password-in-clear', { operation: fault.operation });
}

function retryAfterMs(header: string | undefined): number | undefined {
  const seconds = Number(header);
  if (header === undefined || header.trim() === '' || !Number.isFinite(seconds)) return undefined;
  return Math.min(Math.max(seconds, 0) * 1000, longestRetryAfterMs);
}

/** The failure that a status of 300 or above stands for. */
export function statusFault(
  status: number,
  facts: {
    readonly operation?: string | undefined;
    readonly sentCredentials: boolean;
    readonly retryAfter?: string | undefined;
  },
): DeviceError {
  const { operation } = facts;
  const detail = String(status);
  const make = (kind: DeviceErrorKind, reason: DeviceErrorReason) =>
    new DeviceError(kind, reason, {
      operation,
      detail,
      retryAfterMs: retryAfterMs(facts.retryAfter),
    });
  if (status < 400) return make('malformed-reply', 'redirected');
  switch (status) {
    case 400:
      return make('rejected', 'illegal-parameter');
    case 401:
      return make('unauthorized', facts.sentCredentials ? 'login-refused' : 'login-needed');
    case 403:
      return make('forbidden', 'no-permission');
    case 404:
    case 410:
      return make('unsupported', 'not-found');
    case 405:
    case 501:
      return make('unsupported', 'not-supported');
    case 409:
    case 429:
    case 503:
      return make('busy', 'too-many-connections');
    case 408:
    case 504:
      return make('timeout', 'answer-timeout');
    default:
      return make('rejected', status >= 500 ? 'server-error' : 'unexpected-reply');
  }
}
