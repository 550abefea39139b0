import { DeviceError } from '../../domain/device-error.ts';

/** @throws DeviceError `channel-unknown` for all but the one camera that such a device is */
export function requireChannel(channel: string): void {
  if (channel === '1') return;
  throw new DeviceError('rejected', 'channel-unknown', { operation: 'ipcam.channel' });
}
