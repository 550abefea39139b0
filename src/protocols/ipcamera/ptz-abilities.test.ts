import { describe, expect, it } from 'vitest';
import { noPtz } from '../../domain/ptz.ts';
import { fakeLink } from '../fake-link.ts';
import {
  fixedCamera,
  lensDescription,
  listed,
  ptzCamera,
  ptzDescription,
} from './fixtures/cameras.ts';
import { ptzAbilities } from './ptz-abilities.ts';
import { ptzMove } from './ptz-move.ts';
import { readPtzDescription } from './ptz-replies.ts';

const can = (description: string) => ptzAbilities(readPtzDescription(description, 'x'));

describe('abilities', () => {
  it('of a PTZ unit', () => {
    expect(can(ptzDescription)).toEqual({
      ...noPtz,
      moves: ['pan', 'tilt', 'zoom'],
      diagonal: true,
      speed: true,
      absolute: { pan: { least: -180, most: 180 }, tilt: { least: -10, most: 190 } },
      centre: true,
      home: true,
      saveHome: true,
      autofocus: ['on', 'off'],
      presets: { most: 256, named: true },
    });
  });

  it('of a motorised lens', () => {
    expect(can(lensDescription)).toEqual({
      ...noPtz,
      steps: ['zoom', 'focus'],
      autofocus: ['once', 'reset-zoom', 'reset-focus'],
    });
  });

  it('of a camera that only steps', () => {
    expect(can('move=home|up|down|left|right\ncontinuouszoommove=-100..100\n')).toEqual({
      ...noPtz,
      moves: ['zoom'],
      steps: ['pan', 'tilt'],
      speed: true,
      home: true,
      saveHome: true,
    });
    expect(can('move=\n')).toMatchObject({ steps: ['pan', 'tilt'], diagonal: true, home: true });
    expect(can('move=up|upleft\n')).toMatchObject({ diagonal: true, home: false });
  });

  it('of a zoom camera, which keeps presets without names', () => {
    expect(can('continuouszoommove=[n] gotoserverpresetno=[n]')).toMatchObject({
      moves: ['zoom'],
      diagonal: false,
      presets: { most: 256, named: false },
    });
  });

  it('of an iris, which knows no speed', () => {
    expect(can('continuousirismove={ stop | open | close }')).toMatchObject({
      moves: ['iris'],
      speed: false,
    });
  });

  it.each([
    ['rpan=-90..90', { pan: { least: -90, most: 90 } }],
    ['rzoom=-999 ... 999\nrfocus=[n]', { zoom: [-999, 999], focus: [-9999, 9999] }],
    ['rtilt=-400..400', { tilt: [-360, 360] }],
    ['rtilt=5..1', { tilt: [-360, 360] }],
  ])('takes the ranges of %j within those of the document', (description, ranges) => {
    const pairs = Object.entries(ranges).map(([axis, range]) => [
      axis,
      Array.isArray(range) ? { least: range[0], most: range[1] } : range,
    ]);
    expect(can(description).relative).toEqual(Object.fromEntries(pairs));
  });

  it('offers a box where it can centre, zoom on and say how far it has zoomed', () => {
    expect(can('center=x,y\nrzoom=-9999..9999\nquery=position').box).toBe(true);
    expect(can('center=x,y\nrzoom=-9999..9999').box).toBe(false);
  });

  it('reads every word of autofocus', () => {
    const words = 'on|off|pushaf|zoomtrigger|zoomreset|focusreset|reset';
    expect(can(`autofocus=${words}`).autofocus).toHaveLength(7);
    expect(can('autofocus=').autofocus).toEqual(['on', 'off']);
    expect(can('autofocus=[n]\nzoomsteps=[n]').autofocus).toEqual([
      'once',
      'reset-zoom',
      'reset-focus',
    ]);
  });
});

describe('readPtzAbilities', () => {
  const read = (parameters: string, description?: string) =>
    ptzMove.readPtzAbilities(
      fakeLink({
        answers: {
          'parameters.list': ({ group }) => ({ text: listed(parameters, group) }),
          ...(description !== undefined && { 'ptz.commands': { text: description } }),
        },
      }),
      '1',
    );

  it('finds none in a fixed camera', async () => {
    expect(await read(fixedCamera, ptzDescription)).toEqual(noPtz);
  });

  it('takes a unit that does not describe itself for the least of all', async () => {
    expect(await read(ptzCamera)).toEqual({
      ...noPtz,
      moves: ['pan', 'tilt', 'zoom'],
      diagonal: true,
      speed: true,
      presets: { most: 256, named: false },
    });
  });
});
