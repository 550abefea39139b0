import { isStill, type PtzAxis, type PtzVelocity } from '../../domain/ptz.ts';
import type { DeviceLink, EndpointCall } from '../protocol.ts';
import type { SteeringOperations } from '../steering-operations.ts';
import { channelNumber } from './channel-number.ts';
import { sendCommand } from './command.ts';
import { ptzEndpoint } from './endpoints-ptz.ts';

/** What one command moves. */
const motors = [['pan', 'tilt'], ['zoom'], ['focus'], ['iris']] as const satisfies PtzAxis[][];
type Motor = (typeof motors)[number];

const movesIn = (motor: Motor, velocity: PtzVelocity) => motor.some((axis) => velocity[axis] !== 0);
const changes = (motor: Motor, one: PtzVelocity, other: PtzVelocity) =>
  motor.some((axis) => one[axis] !== other[axis]);

/** A share with two places, and never so little that it reads as still. */
function share(value: number): number {
  if (value === 0) return 0;
  return Math.sign(value) * Math.max(0.01, Math.round(Math.abs(value) * 100) / 100);
}

/** "Pan tilt control": up is positive here, see the README; near is positive in the guide. */
function moveCall(ch: number, [axis]: Motor, velocity: PtzVelocity): EndpointCall {
  const at = velocity[axis];
  switch (axis) {
    case 'pan': {
      const move = `${share(at)},${share(velocity.tilt)}`;
      return { endpoint: ptzEndpoint.move, query: { ch, move } };
    }
    case 'zoom':
      return { endpoint: ptzEndpoint.zoom, query: { ch, zoom: share(at) } };
    case 'focus':
      return { endpoint: ptzEndpoint.focus, query: { ch, focus: -share(at) } };
    case 'iris':
      return { endpoint: ptzEndpoint.iris, query: { ch, iris: share(at) } };
  }
}

const stopCall = (ch: number): EndpointCall => ({
  endpoint: ptzEndpoint.stop,
  query: { ch, stop: true },
});

/**
 * Only `stop` is promised to end a movement, and it ends all of them. So where a motor has to stand
 * while others go on, everything is stopped and the others are set going again.
 */
function callsOf(ch: number, velocity: PtzVelocity, before: PtzVelocity): EndpointCall[] {
  const ends = motors.some((motor) => movesIn(motor, before) && !movesIn(motor, velocity));
  const starts = motors.filter(
    (motor) => movesIn(motor, velocity) && (ends || changes(motor, velocity, before)),
  );
  const moves = starts.map((motor) => moveCall(ch, motor, velocity));
  return ends ? [stopCall(ch), ...moves] : moves;
}

export const ptzOperations = {
  async movePtz(link, channel, velocity, before) {
    const ch = channelNumber(channel);
    if (isStill(velocity)) return sendCommand(link, stopCall(ch));
    for (const call of callsOf(ch, velocity, before)) await sendCommand(link, call);
  },
  async stopPtz(link: DeviceLink, channel: string) {
    await sendCommand(link, stopCall(channelNumber(channel)));
  },
  async goHome(link, channel) {
    const ch = channelNumber(channel);
    await sendCommand(link, { endpoint: ptzEndpoint.home, query: { ch, home: true } });
  },
} satisfies SteeringOperations;
