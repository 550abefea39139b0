import { describe, expect, it } from 'vitest';
import type { MotorKind } from './camera-model.ts';
import { addGroup } from './guard-tours.ts';
import { ParameterTree } from './parameter-tree.ts';
import { answerPtz, ptzKind } from './ptz-cgi.ts';
import { answerPtzConfig } from './ptz-config-cgi.ts';
import { PtzUnit } from './ptz-unit.ts';

interface Camera {
  readonly tree: ParameterTree;
  readonly clock: { ms: number };
  /** The status of a command, or the text of its failure. */
  move(query: string): number | string;
  configure(query: string): string;
  position(): Record<string, number>;
}

/** A level lens that sees 60 degrees of a picture as high as wide. */
const lens = { position: [0, 0, 0], yaw: 0, pitch: 0, focal: Math.sqrt(3) / 2 } as const;

function camera(motors: MotorKind = 'dome'): Camera {
  const clock = { ms: 1_000_000 };
  const tree = new ParameterTree(new Map());
  const unit = new PtzUnit({ tree, motors, lens, now: () => clock.ms });
  return {
    tree,
    clock,
    move: (query) => {
      const { status, body } = answerPtz(unit, new URLSearchParams(query));
      return status === 204 ? 204 : String(body);
    },
    configure: (query) => String(answerPtzConfig(unit, new URLSearchParams(query)).body),
    position: () => {
      const { body } = answerPtz(unit, new URLSearchParams('query=position'));
      const lines = String(body).trimEnd().split('\r\n');
      return Object.fromEntries(
        lines.map((line) => [line.split('=')[0] ?? '', Number(line.split('=')[1])]),
      );
    },
  };
}

const longMs = 60_000;

describe('a position', () => {
  it('is reached in time, not at once', () => {
    const { move, clock, position } = camera();
    expect(move('pan=60&tilt=9&zoom=1000')).toBe(204);
    expect(position()).toMatchObject({ pan: 0, tilt: 0, zoom: 0 });
    clock.ms += 250;
    expect(position()).toMatchObject({ pan: 30, tilt: 9, zoom: 1000 });
    clock.ms += longMs;
    expect(position()).toMatchObject({ pan: 60, tilt: 9, zoom: 1000 });
  });

  it.each([
    ['move=upleft', { pan: -5, tilt: 5 }],
    ['rpan=-12.5&rtilt=2.5', { pan: -12.5, tilt: 2.5 }],
    ['rpan=360', { pan: 180, tilt: 0 }],
    ['move=down&rpan=0', { tilt: -5 }],
    ['rzoom=1000', { zoom: 1000 }],
    ['focus=100', { focus: 100 }],
    ['continuouspantiltmove=-100,0', { pan: -180, tilt: 0 }],
    ['continuouspantiltmove=10,100&continuouszoommove=1', { pan: 180, tilt: 190, zoom: 2400 }],
    ['continuousfocusmove=100', { focus: 0 }],
    ['gotoserverpresetno=2', { pan: 0, tilt: 10, zoom: 2000 }],
    ['center=720,360&imagewidth=720&imageheight=720&stream=h264', { pan: 30, tilt: 0 }],
    ['center=0,0&imagewidth=720&imageheight=720&stream=jpeg', { pan: -30, tilt: 26.6 }],
    ['center=2,4&imagewidth=4&imageheight=4&stream=h264_2', { pan: 0, tilt: -10 }],
    ['autofocus=on', { pan: 0 }],
  ])('follows from %s', (query, expected) => {
    const { move, clock, position } = camera();
    expect(move(query)).toBe(204);
    clock.ms += longMs;
    expect(position()).toMatchObject(expected);
  });

  it('stays where a continuous move is stopped', () => {
    const { move, clock, position } = camera();
    move('continuouspantiltmove=50,-5');
    clock.ms += 500;
    move('continuouspantiltmove=0,0');
    clock.ms += longMs;
    expect(position()).toMatchObject({ pan: 30, tilt: -2.3 });
  });

  it('zooms on while pan and tilt get another command', () => {
    const { move, clock, position } = camera();
    move('continuouszoommove=10');
    clock.ms += 1000;
    move('continuouspantiltmove=0,0');
    clock.ms += 1000;
    expect(position()).toMatchObject({ zoom: 800 });
  });
});

describe('a motorised lens', () => {
  it.each([
    ['zoomsteps=128', { zoom: 2560 }],
    ['zoomsteps=4&focussteps=-2', { zoom: 80, focus: 5040 }],
    ['focussteps=1', { focus: 4980 }],
    ['continuouszoommove=-100', { zoom: 0 }],
    ['continuousirismove=open', { pan: 0 }],
  ])('follows from %s', (query, expected) => {
    const { move, clock, position } = camera('lens');
    expect(move(query)).toBe(204);
    clock.ms += longMs;
    expect(position()).toMatchObject(expected);
  });

  it.each([
    ['zoomtrigger', { zoom: 200, focus: 4840 }],
    ['pushaf', { zoom: 200, focus: 5000 }],
    ['zoomreset', { zoom: 0, focus: 4840 }],
    ['focusreset', { zoom: 200, focus: 5000 }],
    ['reset', { zoom: 0, focus: 5000 }],
  ])('does for autofocus=%s what it says', (mode, expected) => {
    const { move, clock, position } = camera('lens');
    move('focussteps=8');
    move('continuouszoommove=100');
    clock.ms += 1000 / 15;
    move('continuouszoommove=0');
    expect(move(`autofocus=${mode}`)).toBe(204);
    clock.ms += longMs;
    expect(position()).toMatchObject(expected);
  });

  it.each([
    'move=left',
    'continuouspantiltmove=1,1',
    'zoomsteps=3',
    'zoomsteps=256',
    'focussteps=1.0',
    'autofocus=sharper',
    'continuousirismove=1',
  ])('fails on "%s"', (query) => {
    expect(camera('lens').move(query)).toMatch(/^# Error: .+\n$/);
  });
});

describe('a request is noted as', () => {
  it.each([
    ['continuouspantiltmove=0,0', 'stop'],
    ['continuouszoommove=0&continuousirismove=stop', 'stop'],
    ['continuouspantiltmove=0,0&continuouszoommove=20', 'move'],
    ['pan=0', 'move'],
    ['gotoserverpresetno=1', 'move'],
    ['query=position', 'read'],
  ])('%s: %s', (query, kind) => {
    expect(ptzKind(new URLSearchParams(query))).toBe(kind);
  });
});

describe('ptz.cgi', () => {
  it.each([
    '',
    'pan=181',
    'tilt=-10.5',
    'pan=',
    'zoom=1.5',
    'rpan=361',
    'move=forward',
    'continuouspantiltmove=1',
    'continuouspantiltmove=101,0',
    'gotoserverpresetno=0',
    'gotoserverpresetno=257',
    'gotoserverpresetno=99',
    'gotoserverautopanno=1',
    'gotoservercruiseno=9',
    'gotoserversequenceno=1',
    'center=1,1',
    'center=2000,1&imagewidth=1280&imageheight=720',
    'query=limits',
    'zoomsteps=4',
    'continuousirismove=open',
    'constructor=1',
    'pan=10&tilt=999',
  ])('fails on "%s" and stays', (query) => {
    const { move, clock, position } = camera();
    expect(move(query)).toMatch(/^# Error: .+\n$/);
    clock.ms += longMs;
    expect(position()).toMatchObject({ pan: 0, tilt: 0, zoom: 0 });
  });

  it('lists what it can do', () => {
    const list = String(camera().move('info=1')).split('\r\n');
    expect(list).toContain('pan=-180.0..180.0');
    expect(list).toContain('gotoserverpresetno=1..256');
    expect(list.some((line) => line.startsWith('zoomsteps'))).toBe(false);
  });

  it('is not there on a unit that does not turn', () => {
    expect(String(answerPtz(null, new URLSearchParams('info=1')).body)).toMatch(/^# Error/);
    expect(String(answerPtzConfig(null, new URLSearchParams('home=yes')).body)).toMatch(/^# Error/);
  });
});

describe('ptzconfig.cgi', () => {
  it('keeps a position under a number and a name, and lets it go', () => {
    const { move, configure, clock, position, tree } = camera();
    move('pan=40');
    clock.ms += longMs;
    expect(configure('setserverpresetname=256,Back door')).toBe('OK\r\n');
    expect(configure('setserverpresetno=7')).toBe('OK\r\n');
    expect(tree.get('PTZ.Preset.P256.Name')).toBe('Back door');
    move('pan=0');
    clock.ms += longMs;
    expect(move('gotoserverpresetno=256')).toBe(204);
    clock.ms += longMs;
    expect(position()).toMatchObject({ pan: 40 });
    expect(configure('removeserverpresetname=Back door')).toBe('OK\r\n');
    expect(configure('removeserverpresetno=7')).toBe('OK\r\n');
    expect(move('gotoserverpresetno=256')).toMatch(/^# Error/);
    expect(tree.has('PTZ.Preset.P7.Name')).toBe(false);
  });

  it('makes a position home', () => {
    const { move, configure, clock, position } = camera();
    move('pan=-20');
    clock.ms += longMs;
    expect(configure('home=yes')).toBe('OK\r\n');
    move('pan=20');
    clock.ms += longMs;
    move('move=home');
    clock.ms += longMs;
    expect(position()).toMatchObject({ pan: -20 });
  });

  it.each([
    '',
    'home=no',
    'setserverpresetno=0',
    'setserverpresetno=257',
    'setserverpresetname=1',
    `setserverpresetname=1,${'x'.repeat(32)}`,
    'setserverpresetname=1,a~b',
    'removeserverpresetname=Nowhere',
    'removeserverpresetno=200',
    'setserverautopan=5,start',
    'setserverautopan=1,middle',
    'setserverautopandirspeed=1,left,4',
    'setservercruise=9,start',
    'toString=1',
  ])('refuses "%s"', (query) => {
    expect(camera().configure(query)).toMatch(/^# Error: .+\n$/);
  });
});

describe('patrols', () => {
  it('go to and fro between the ends of a line until another command comes', () => {
    const { move, configure, clock, position } = camera();
    configure('setserverautopan=1,start');
    move('pan=90');
    clock.ms += longMs;
    configure('setserverautopan=1,end');
    expect(configure('setserverautopandirspeed=1,left,3')).toBe('OK\r\n');
    expect(move('gotoserverautopanno=1')).toBe(204);
    clock.ms += 375;
    expect(position()).toMatchObject({ pan: 45 });
    clock.ms += 375 + 500 + 375;
    expect(position()).toMatchObject({ pan: 45 });
    move('continuouspantiltmove=0,0');
    clock.ms += longMs;
    expect(position()).toMatchObject({ pan: 45 });
  });

  it('visit the points of a sequence line and wait there', () => {
    const { move, clock, position, tree } = camera();
    addGroup(tree, 'GuardTour', () => true);
    for (const [point, preset, wait] of [
      ['T1', '1', '2'],
      ['T2', '3', '3'],
    ] as const) {
      addGroup(tree, 'GuardTour.G1.Tour', () => true);
      tree.set(`GuardTour.G1.Tour.${point}.PresetNbr`, preset);
      tree.set(`GuardTour.G1.Tour.${point}.MoveSpeed`, '14');
      tree.set(`GuardTour.G1.Tour.${point}.WaitTime`, wait);
    }
    expect(move('gotoserversequenceno=1')).toBe(204);
    clock.ms += 500 + 1999;
    expect(position()).toMatchObject({ pan: -60, tilt: 5 });
    clock.ms += 1 + 1125 + 2999;
    expect(position()).toMatchObject({ pan: 75, tilt: 15, zoom: 800 });
    clock.ms += 1 + 1125 + 1;
    expect(position()).toMatchObject({ pan: -60 });
  });
});
