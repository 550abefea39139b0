import { DeviceError } from '../../domain/device-error.ts';
import { noPtz, type PtzAbilities, type PtzVelocity } from '../../domain/ptz.ts';
import type { DeviceLink, EndpointCall } from '../protocol.ts';
import type { SteeringOperations } from '../steering-operations.ts';
import { sendCommand } from './command.ts';
import { ipcamEndpoint, operationOf } from './endpoints.ts';
import { requireChannel } from './only-channel.ts';
import { stopPatrolCalls } from './patrols.ts';

/** decoder_control.cgi: each direction has a code that begins it, and one that ends it. */
interface Direction {
  readonly start: 0 | 2 | 4 | 6;
  readonly stop: 1 | 3 | 5 | 7;
}
const up: Direction = { start: 0, stop: 1 };
const down: Direction = { start: 2, stop: 3 };
const left: Direction = { start: 4, stop: 5 };
const right: Direction = { start: 6, stop: 7 };
const centre = 25;

const abilities: PtzAbilities = { ...noPtz, moves: ['pan', 'tilt'], home: true };

/** The faster axis first: it alone is moved, for the document has no diagonal. */
function directionsOf({ pan, tilt }: PtzVelocity): readonly Direction[] {
  const across = pan === 0 ? [] : [pan > 0 ? right : left];
  const upright = tilt === 0 ? [] : [tilt > 0 ? up : down];
  return Math.abs(tilt) > Math.abs(pan) ? [...upright, ...across] : [...across, ...upright];
}

function moveCall(command: Direction['start' | 'stop'] | typeof centre): EndpointCall {
  return { endpoint: ipcamEndpoint.move, query: { command } };
}

/** What ends `moving`; everything that can be ended where that is not known, or is nothing. */
function stopCalls(moving: PtzVelocity): readonly EndpointCall[] {
  const going = directionsOf(moving);
  if (going.length > 0) return going.map(({ stop }) => moveCall(stop));
  return [up, down, left, right].map(({ stop }) => moveCall(stop)).concat(stopPatrolCalls);
}

/** Sends all of them, whatever becomes of one, and fails with the first failure. */
async function sendAll(link: DeviceLink, calls: readonly EndpointCall[]): Promise<void> {
  const sent = calls.map((call) => sendCommand(link, call));
  await Promise.allSettled(sent);
  await Promise.all(sent);
}

/** The lens, which no command of the document moves. */
const unsupported = () =>
  new DeviceError('unsupported', 'not-supported', { operation: operationOf(ipcamEndpoint.move) });

export const ptzOperations = {
  async readPtzAbilities(_link: DeviceLink, channel: string) {
    requireChannel(channel);
    return abilities;
  },
  async movePtz(link, channel, velocity, before) {
    requireChannel(channel);
    const [wanted] = directionsOf(velocity);
    const going = directionsOf(before);
    const ended = going.filter((direction) => direction !== wanted);
    await sendAll(
      link,
      ended.map(({ stop }) => moveCall(stop)),
    );
    if (wanted === undefined) throw unsupported();
    if (going[0] !== wanted) await sendCommand(link, moveCall(wanted.start));
  },
  async stopPtz(link, channel, moving) {
    requireChannel(channel);
    await sendAll(link, stopCalls(moving));
  },
  async goHome(link, channel) {
    requireChannel(channel);
    await sendCommand(link, moveCall(centre));
  },
} satisfies SteeringOperations;
