import { DeviceError } from '../../domain/device-error.ts';

/** @throws DeviceError `stopped` where whoever asked for an action has given the camera back */
export function refuseGivenUp(signal: AbortSignal): void {
  if (signal.aborted) throw new DeviceError('unreachable', 'stopped');
}
