import { DeviceError } from '../../domain/device-error.ts';

const number = /^[1-9]\d{0,3}$/;

/**
 * The channel as `ch` wants it: an integer from 1.
 * @throws DeviceError `channel-unknown`
 */
export function channelNumber(channel: string): number {
  if (number.test(channel)) return Number(channel);
  throw new DeviceError('rejected', 'channel-unknown', { operation: 'tsapi.channel' });
}
