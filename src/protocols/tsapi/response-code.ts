import {
  DeviceError,
  type DeviceErrorKind,
  type DeviceErrorReason,
} from '../../domain/device-error.ts';

/** "Device control response code": what each refusal means. */
const refusals: ReadonlyMap<number, readonly [DeviceErrorKind, DeviceErrorReason]> = new Map([
  [-1, ['forbidden', 'no-permission']],
  [-2, ['unsupported', 'not-supported']],
  [-3, ['busy', 'camera-not-ready']],
  [-4, ['busy', 'camera-busy']],
  [-5, ['rejected', 'channel-unknown']],
  [-6, ['rejected', 'not-found']],
  [-7, ['rejected', 'command-refused']],
  [-8, ['rejected', 'illegal-parameter']],
  // "Device response error": the camera may have done it all the same, so it is no refusal.
  [-9, ['malformed-reply', 'camera-fault']],
]);

/**
 * Lets 0 pass, the only code that means success.
 * @throws DeviceError with the code as its detail, `rejected` only where nothing was done; the message beside it is in the server's own
 *   language and is not passed on
 */
export function refuseCode(code: number, operation: string): void {
  if (code === 0) return;
  const [kind, reason] = refusals.get(code) ?? ['malformed-reply', 'unexpected-reply'];
  throw new DeviceError(kind, reason, { operation, detail: String(code) });
}
