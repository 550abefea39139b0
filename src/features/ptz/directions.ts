import {
  ArrowDown,
  ArrowDownLeft,
  ArrowDownRight,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ArrowUpLeft,
  ArrowUpRight,
  type LucideIcon,
} from 'lucide-react';
import type { Steering } from '../../api/control.ts';

export interface Direction {
  readonly id:
    | 'up'
    | 'up-right'
    | 'right'
    | 'down-right'
    | 'down'
    | 'down-left'
    | 'left'
    | 'up-left';
  readonly pan: -1 | 0 | 1;
  readonly tilt: -1 | 0 | 1;
  readonly icon: LucideIcon;
}

/** Clockwise from the top. */
const directions: readonly Direction[] = [
  { id: 'up', pan: 0, tilt: 1, icon: ArrowUp },
  { id: 'up-right', pan: 1, tilt: 1, icon: ArrowUpRight },
  { id: 'right', pan: 1, tilt: 0, icon: ArrowRight },
  { id: 'down-right', pan: 1, tilt: -1, icon: ArrowDownRight },
  { id: 'down', pan: 0, tilt: -1, icon: ArrowDown },
  { id: 'down-left', pan: -1, tilt: -1, icon: ArrowDownLeft },
  { id: 'left', pan: -1, tilt: 0, icon: ArrowLeft },
  { id: 'up-left', pan: -1, tilt: 1, icon: ArrowUpLeft },
];

/** Those in which a camera turns, by moving or by steps. */
export function directionsOf(can: Steering): readonly Direction[] {
  const turns = (axis: 'pan' | 'tilt') => can.moves.includes(axis) || can.steps.includes(axis);
  return directions.filter(
    ({ pan, tilt }) =>
      (pan === 0 || turns('pan')) &&
      (tilt === 0 || turns('tilt')) &&
      (pan === 0 || tilt === 0 || can.diagonal),
  );
}

/** Whether pan or tilt goes on while it is held; otherwise they step, if anything. */
export function glides(can: Steering): boolean {
  return can.moves.includes('pan') || can.moves.includes('tilt');
}
