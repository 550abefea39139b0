import type { PtzAxis, PtzVelocity } from '../../domain/ptz.ts';
import type { Endpoint } from '../protocol.ts';
import { control } from './endpoints-control.ts';

/** One command of "PTZ Command", and the axes that it moves. */
export interface Movement {
  readonly endpoint: Endpoint;
  readonly command: number;
  /** 1..100. */
  readonly speed: number;
  readonly axes: readonly PtzAxis[];
}

/** By direction of pan and tilt. */
const turns: ReadonlyMap<string, number> = new Map([
  ['-1,0', 1],
  ['1,0', 2],
  ['0,1', 3],
  ['0,-1', 4],
  ['-1,1', 8],
  ['1,1', 9],
  ['-1,-1', 10],
  ['1,-1', 11],
]);

/** Half of an eighth of the circle: nearer to an axis than this, a direction is that of the axis. */
const narrow = Math.tan(Math.PI / 8);

function direction(share: number, across: number): number {
  return Math.abs(share) <= narrow * Math.abs(across) ? 0 : Math.sign(share);
}

const percent = (share: number) => Math.max(1, Math.round(Math.abs(share) * 100));

/**
 * The commands that come nearest to a velocity: the document has eight directions with one speed,
 * and zoom beside them. Focus and iris are not in it.
 */
export function movementsOf({ pan, tilt, zoom }: PtzVelocity): readonly Movement[] {
  const right = direction(pan, tilt);
  const up = direction(tilt, pan);
  const turn = turns.get(`${right},${up}`);
  const movements: Movement[] = [];
  if (turn !== undefined) {
    movements.push({
      endpoint: control.ptzMove,
      command: turn,
      speed: percent(Math.max(Math.abs(pan), Math.abs(tilt))),
      axes: [...(right === 0 ? [] : (['pan'] as const)), ...(up === 0 ? [] : (['tilt'] as const))],
    });
  }
  if (zoom !== 0) {
    const command = zoom > 0 ? 5 : 6;
    movements.push({
      endpoint: control.ptzZoom,
      command,
      speed: percent(zoom),
      axes: ['zoom'],
    });
  }
  return movements;
}
