import { DeviceError } from '../../domain/device-error.ts';

/**
 * The channel as `cameraNum` wants it.
 * @throws DeviceError `channel-unknown`
 */
export function cameraNumber(channel: string): number {
  if (/^(?:0|[1-9]\d{0,2})$/.test(channel)) return Number(channel);
  throw new DeviceError('rejected', 'channel-unknown', {
    operation: 'securityspy-legacy.channel',
  });
}
