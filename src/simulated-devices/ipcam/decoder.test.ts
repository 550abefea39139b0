import { describe, expect, it } from 'vitest';
import { Decoder, decoderCommand } from './decoder.ts';

function decoder() {
  const clock = { ms: 1000 };
  const one = new Decoder(() => clock.ms);
  const send = (query: string) => one.obey(new URLSearchParams(query));
  return {
    clock,
    head: one.head,
    send,
    code: (command: number) => send(`command=${command}`),
    output: () => one.outputOn,
  };
}

describe('the pairs of start and stop', () => {
  it.each([
    [0, 'tilt', 1],
    [2, 'tilt', -1],
    [4, 'pan', -1],
    [6, 'pan', 1],
    [8, 'iris', -1],
    [14, 'focus', 1],
    [16, 'zoom', 1],
    [18, 'zoom', -1],
  ] as const)('%i moves until the code after it comes', (start, axis, sign) => {
    const { clock, code, head } = decoder();
    expect(code(start).obeyed).toBe(true);
    clock.ms += 500;
    expect(Math.sign(head.state.velocity[axis])).toBe(sign);
    code(start + 1);
    clock.ms += 500;
    expect(head.state).toMatchObject({ moving: false, stoppedAtMs: 1500 });
  });

  it('is not ended by the stop of another', () => {
    const { code, head } = decoder();
    code(2);
    expect(code(1)).toEqual({ obeyed: true, what: 'nothing: it does not move up' });
    code(5);
    expect(head.moving).toBe(true);
  });

  it('goes both ways at once for two starts, and for the diagonals of the later list', () => {
    const { code, head } = decoder();
    code(0);
    code(6);
    expect(head.state.velocity).toMatchObject({ pan: 40, tilt: 30 });
    code(92);
    expect(head.state.velocity).toMatchObject({ pan: -40, tilt: -30 });
    code(5);
    expect(head.state.velocity).toMatchObject({ pan: 0, tilt: -30 });
  });

  it('is one step where one is asked for', () => {
    const { clock, send, head } = decoder();
    send('command=4&onestep=1');
    clock.ms += 5000;
    expect(head.state).toMatchObject({ position: { pan: -5 }, moving: false });
  });
});

describe('what goes by itself', () => {
  it('returns to the centre', () => {
    const { clock, code, head } = decoder();
    code(6);
    clock.ms += 1000;
    code(25);
    clock.ms += 60_000;
    expect(head.state).toMatchObject({ position: { pan: 0 }, moving: false });
  });

  it.each([
    [26, 'tilt'],
    [28, 'pan'],
  ] as const)('patrols by %i until its own stop', (start, axis) => {
    const { clock, code, head } = decoder();
    code(start);
    clock.ms += 1000;
    expect(head.position[axis]).toBeGreaterThan(0);
    clock.ms += 60_000;
    expect(head.moving).toBe(true);
    code(start + 1);
    expect(head.moving).toBe(false);
  });

  it('goes to a preset that was set', () => {
    const { clock, code, head } = decoder();
    code(6);
    clock.ms += 1000;
    code(7);
    code(30);
    code(25);
    clock.ms += 60_000;
    expect(code(33).what).toBe('nothing: preset 2 is not set');
    code(31);
    clock.ms += 60_000;
    expect(head.position.pan).toBe(40);
  });
});

it('switches the output', () => {
  const { code, output } = decoder();
  code(94);
  expect(output()).toBe(true);
  code(95);
  expect(output()).toBe(false);
});

it.each(['command=', 'command=62', 'command=96', 'command=-1', 'command=1.5', 'other=1'])(
  'refuses %s',
  (query) => {
    const { send, head } = decoder();
    expect(send(query).obeyed).toBe(false);
    expect(head.moving).toBe(false);
  },
);

it.each([
  [0, 'move'],
  [1, 'stop'],
  [7, 'stop'],
  [25, 'move'],
  [27, 'stop'],
  [28, 'move'],
  [30, 'preset'],
  [31, 'move'],
  [90, 'move'],
  [94, 'output'],
])('notes %i as %s, without the login', (command, kind) => {
  const query = new URLSearchParams(`command=${command}&user=guard&pwd=secret`);
  expect(decoderCommand(query)).toEqual({
    camera: 1,
    kind,
    command: 'decoder_control.cgi',
    parameters: { command: String(command) },
  });
});
