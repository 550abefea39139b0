export const deviceErrorKinds = [
  'unreachable',
  'timeout',
  'unauthorized',
  'forbidden',
  'unsupported',
  'busy',
  'malformed-reply',
  'rejected',
] as const;
export type DeviceErrorKind = (typeof deviceErrorKinds)[number];

/**
 * What exactly went wrong, for the words that a person reads: each has a message in the catalogue
 * that says what to do. Add here, and the message table stops compiling until it has a sentence.
 */
export const deviceErrorReasons = [
  'connection-refused',
  'name-not-found',
  'no-route',
  'address-not-allowed',
  'address-invalid',
  'tls-failed',
  'certificate-untrusted',
  'certificate-changed',
  'password-in-clear',
  'password-needed-again',
  'connection-lost',
  'dial-timeout',
  'answer-timeout',
  'stalled',
  'login-refused',
  'login-needed',
  'password-lost',
  'no-permission',
  'redirected',
  'html-page',
  'not-a-picture',
  'not-a-stream',
  'not-json',
  'unexpected-reply',
  'empty-reply',
  'too-large',
  'header-malformed',
  'encoding-refused',
  'illegal-parameter',
  'not-found',
  'server-error',
  'too-many-connections',
  'camera-offline',
  'camera-login-failed',
  'camera-blocked',
  'camera-timeout',
  'no-video-input',
  'camera-service-failure',
  'not-supported',
  'other-port',
  'legacy-api-disabled',
  'recognised-nothing',
  'command-refused',
  'channel-unknown',
  'camera-not-ready',
  'camera-busy',
  'camera-fault',
  'stopped',
  'page-needs-tls',
  'storage-full',
  'file-damaged',
  'file-stalled',
  'too-many-files',
  'export-ended',
  'export-timed-out',
] as const;
export type DeviceErrorReason = (typeof deviceErrorReasons)[number];

export interface DeviceErrorFacts {
  /** The endpoint or stream that failed, e.g. `tsapi.enum.channel`; never an address. */
  readonly operation?: string | undefined;
  /** The status code or short answer of the device; never a credential. At most 120 characters. */
  readonly detail?: string | undefined;
  /** When it makes sense to ask again, ms from now. */
  readonly retryAfterMs?: number | undefined;
}

/** The one failure that talking to a device may end in. Its message holds no address or secret. */
export class DeviceError extends Error {
  override readonly name = 'DeviceError';
  readonly kind: DeviceErrorKind;
  readonly reason: DeviceErrorReason;
  readonly operation: string | undefined;
  readonly detail: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(kind: DeviceErrorKind, reason: DeviceErrorReason, facts: DeviceErrorFacts = {}) {
    const detail = facts.detail?.slice(0, 120);
    super([facts.operation, kind, reason, detail].filter(Boolean).join(': '));
    this.kind = kind;
    this.reason = reason;
    this.operation = facts.operation;
    this.detail = detail;
    this.retryAfterMs = facts.retryAfterMs;
  }
}
