import type { Steering } from '../../api/control.ts';
import { noPtz } from '../../domain/ptz.ts';

/** What a camera can do, for tests: it moves everything, at any speed. */
export function testSteering(over: Partial<Steering> = {}): Steering {
  return {
    ...noPtz,
    moves: ['pan', 'tilt', 'zoom', 'focus', 'iris'],
    steps: [],
    autofocus: [],
    absolute: {},
    relative: {},
    diagonal: true,
    speed: true,
    home: true,
    presets: { most: 8, named: true, save: true, rename: true, remove: true },
    tours: false,
    position: false,
    ...over,
  };
}
