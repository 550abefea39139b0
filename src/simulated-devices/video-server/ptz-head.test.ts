import { describe, expect, it } from 'vitest';
import { ptzFeature } from './ptz-features.ts';
import { PtzHead, ptzCommand } from './ptz-head.ts';

const all = 63;
const stepping = all - ptzFeature.continuous;

function head(features: number) {
  const clock = { ms: 1000 };
  const one = new PtzHead(features, () => clock.ms);
  return {
    clock,
    motors: one.motors,
    send: (command: number, speed: string | null = null) => one.command(command, speed),
  };
}

describe('a camera that moves on', () => {
  it.each([
    [1, { pan: -20, tilt: 0 }],
    [2, { pan: 20, tilt: 0 }],
    [3, { pan: 0, tilt: 15 }],
    [4, { pan: 0, tilt: -15 }],
    [5, { zoom: 1500 }],
    [6, { zoom: -1500 }],
    [8, { pan: -20, tilt: 15 }],
    [9, { pan: 20, tilt: 15 }],
    [10, { pan: -20, tilt: -15 }],
    [11, { pan: 20, tilt: -15 }],
  ])('obeys %i until 99', (command, velocity) => {
    const { clock, motors, send } = head(all);
    send(command);
    clock.ms += 60_000;
    expect(motors.state).toMatchObject({ moving: true, velocity });
    send(99);
    expect(motors.state).toMatchObject({ moving: false, stoppedAtMs: 61_000 });
  });

  it('takes a speed of 1 to 100 where it knows one', () => {
    const { motors, send } = head(all);
    send(2, '100');
    expect(motors.state.velocity.pan).toBe(40);
    send(2, '101');
    expect(motors.state.velocity.pan).toBe(20);
    const deaf = head(all - ptzFeature.speed);
    deaf.send(2, '100');
    expect(deaf.motors.state.velocity.pan).toBe(20);
  });
});

describe('a camera that moves in steps', () => {
  it('makes one for each command and stands, and 99 does nothing', () => {
    const { clock, motors, send } = head(stepping);
    send(9, '100');
    expect(send(99)).toMatchObject({ obeyed: true, what: 'nothing: it moves in steps' });
    clock.ms += 60_000;
    send(5);
    clock.ms += 60_000;
    expect(motors.state).toMatchObject({ position: { pan: 5, tilt: 5, zoom: 500 }, moving: false });
  });
});

it('goes home and to presets that were saved', () => {
  const { clock, motors, send } = head(all);
  send(2, '100');
  clock.ms += 1000;
  send(99);
  send(113);
  send(7);
  clock.ms += 60_000;
  expect(motors.position.pan).toBe(0);
  expect(send(12).what).toBe('nothing: preset 1 is not saved');
  send(13);
  clock.ms += 60_000;
  expect(motors.position.pan).toBe(40);
});

it.each([
  [4, 1],
  [1, 5],
  [5, 7],
  [7, 12],
  [0, 99],
  [63, 98],
  [63, 20],
  [63, Number.NaN],
])('with features %i refuses %i', (features, command) => {
  const { motors, send } = head(features);
  expect(send(command).obeyed).toBe(false);
  expect(motors.moving).toBe(false);
});

it.each([
  [1, 'move'],
  [6, 'move'],
  [7, 'move'],
  [12, 'move'],
  [99, 'stop'],
  [112, 'preset'],
])('notes %i as %s', (command, kind) => {
  const query = new URLSearchParams(`cameraNum=3&command=${command}&speed=9&auth=secret`);
  expect(ptzCommand(3, command, query)).toEqual({
    camera: 3,
    kind,
    command: 'ptz/command',
    parameters: { command: String(command), speed: '9' },
  });
});
