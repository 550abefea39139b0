import type { DeviceLink } from '../../protocols/protocol.ts';
import type { DeviceConnection } from '../link/device-connection.ts';
import type { CommandLimits } from './motion-road.ts';

/** The road to a device for one command: each call of it is urgent, short, and ends with the signal. */
export function controlLink(
  connection: Pick<DeviceConnection, 'entryTarget' | 'peek' | 'call'>,
  { deadlineMs, signal, onCall }: CommandLimits,
): DeviceLink {
  return {
    entryTarget: connection.entryTarget,
    peek: (target) => connection.peek(target),
    progress: () => undefined,
    call: (call, options) => {
      const { role, danger } = call.endpoint;
      // What whoever watches may ask sets nothing going.
      if (role !== 'viewer' || danger !== 'safe') onCall?.();
      return connection.call(call, { ...options, deadlineMs, signal, isUrgent: true });
    },
  };
}
