import { DeviceError } from '../../domain/device-error.ts';
import type { Tour } from '../../domain/tour.ts';
import type { DeviceLink, EndpointCall } from '../protocol.ts';
import type { SteeringOperations } from '../steering-operations.ts';
import { sendCommand } from './command.ts';
import { ipcamEndpoint } from './endpoints.ts';
import { requireChannel } from './only-channel.ts';

/** decoder_control.cgi: the two patrols that the maker built in. */
const patrols = [
  { way: 'vertical', start: 26, stop: 27 },
  { way: 'horizontal', start: 28, stop: 29 },
] as const;
type Patrol = (typeof patrols)[number];

const idOf = ({ way }: Patrol) => `patrol-${way}`;

function patrolCall(command: Patrol['start' | 'stop']): EndpointCall {
  return { endpoint: ipcamEndpoint.patrol, query: { command } };
}

/** What ends every patrol. */
export const stopPatrolCalls: readonly EndpointCall[] = patrols.map(({ stop }) => patrolCall(stop));

function patrolOf(channel: string, tourId: string): Patrol {
  requireChannel(channel);
  const patrol = patrols.find((one) => idOf(one) === tourId);
  if (patrol !== undefined) return patrol;
  throw new DeviceError('rejected', 'not-found', { operation: 'ipcam.patrol' });
}

export const patrolOperations = {
  async listTours(_link: DeviceLink, channel: string): Promise<readonly Tour[]> {
    requireChannel(channel);
    return patrols.map((patrol, at) => ({
      id: idOf(patrol),
      kind: 'patrol',
      number: at + 1,
      name: '',
      editable: false,
      way: patrol.way,
    }));
  },
  async startTour(link, channel, tourId) {
    await sendCommand(link, patrolCall(patrolOf(channel, tourId).start));
  },
  async stopTour(link, channel, tourId) {
    await sendCommand(link, patrolCall(patrolOf(channel, tourId).stop));
  },
} satisfies SteeringOperations;
