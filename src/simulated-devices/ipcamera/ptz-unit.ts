import { domePlan, lensPlan } from '../motors/head-plans.ts';
import { MotorHead, type Position, type TourStop } from '../motors/motor-head.ts';
import type { Lens } from '../scenery/stage.ts';
import type { MotorKind } from './camera-model.ts';
import { tourPoints } from './guard-tours.ts';
import type { ParameterTree } from './parameter-tree.ts';
import { PtzMemory } from './ptz-memory.ts';

const lineWaitMs = 500;
const fastestTourSpeed = 14;

export interface PtzUnitOptions {
  readonly tree: ParameterTree;
  readonly motors: MotorKind;
  /** How it looks at its scene at rest. */
  readonly lens: Lens;
  readonly now: () => number;
}

/** The head with its memory: what the commands of `ptz.cgi` and `ptzconfig.cgi` act on. */
export class PtzUnit {
  readonly head: MotorHead;
  readonly memory = new PtzMemory();
  readonly motors: MotorKind;
  readonly lens: Lens;
  autofocus = 'on';
  readonly #tree: ParameterTree;

  constructor({ tree, motors, lens, now }: PtzUnitOptions) {
    this.head = new MotorHead(motors === 'dome' ? domePlan : lensPlan, now);
    this.motors = motors;
    this.lens = lens;
    this.#tree = tree;
    for (const number of this.memory.presets.keys()) this.#list(number);
  }

  /** False where nothing is stored under the number. */
  goToPreset(number: number): boolean {
    const preset = this.memory.presets.get(number);
    if (preset !== undefined) this.head.moveTo(preset.position);
    return preset !== undefined;
  }

  savePreset(number: number, name: string): boolean {
    const saved = this.memory.save(number, name, this.head.position);
    if (saved) this.#list(number);
    return saved;
  }

  removePreset(number: number): boolean {
    this.#tree.remove(presetGroup(number));
    return this.memory.presets.delete(number);
  }

  removeNamedPreset(name: string): boolean {
    const number = [...this.memory.presets].find(([, preset]) => preset.name === name)?.[0];
    return number !== undefined && this.removePreset(number);
  }

  patrol(kind: 'autopan' | 'cruise', number: number): boolean {
    const { start, end, direction, speed } = this.memory.line(kind, number);
    if (start === null || end === null) return false;
    const pace = (speed + 1) / 4;
    const stop = (position: Position): TourStop => ({ position, pace, waitMs: lineWaitMs });
    const [left, right] = start.pan <= end.pan ? [start, end] : [end, start];
    const ends =
      kind === 'cruise' ? [start, end] : direction === 'left' ? [left, right] : [right, left];
    this.head.tour(ends.map(stop));
    return true;
  }

  runSequence(number: number): boolean {
    const stops = tourPoints(this.#tree, number).flatMap(({ preset, speed, waitSeconds }) => {
      const position = this.memory.presets.get(preset)?.position;
      const pace = (speed + 1) / (fastestTourSpeed + 1);
      return position === undefined ? [] : [{ position, pace, waitMs: waitSeconds * 1000 }];
    });
    if (stops.length > 0) this.head.tour(stops);
    return stops.length > 0;
  }

  /** Puts the presets back into the list of parameters after that was made anew. */
  listPresets(): void {
    for (const number of this.memory.presets.keys()) this.#list(number);
  }

  #list(number: number): void {
    this.#tree.set(`${presetGroup(number)}.Name`, this.memory.presets.get(number)?.name ?? '');
  }
}

/** Where real units list presets is not documented. */
function presetGroup(number: number): string {
  return `PTZ.Preset.P${number}`;
}
