import {
  type CommandKind,
  type DeviceCommand,
  type Outcome,
  obeyed,
  parametersOf,
  refused,
} from '../control/device-command.ts';
import { smallHeadPlan } from '../motors/head-plans.ts';
import { MotorHead, type Position } from '../motors/motor-head.ts';
import { meaningOf, neededFeatures, type PtzMeaning, ptzFeature } from './ptz-features.ts';

const usualSpeed = 50;
const stepDegrees = 5;
const stepOfLens = 500;

/** The motors of one camera: takes what its features allow. */
export class PtzHead {
  readonly features: number;
  readonly motors: MotorHead;
  readonly #presets = new Map<number, Position>();

  constructor(features: number, now: () => number) {
    this.features = features;
    this.motors = new MotorHead(smallHeadPlan, now);
  }

  /** Numbers 1 to 8. */
  get savedPresets(): ReadonlySet<number> {
    return new Set(this.#presets.keys());
  }

  command(command: number, speedText: string | null): Outcome {
    const meaning = meaningOf(command);
    if (meaning === null) return refused('there is no such command');
    if ((this.features & neededFeatures(meaning)) === 0)
      return refused('the camera has no motor for it');
    return obeyed(this.#obey(meaning, this.#speed(speedText)));
  }

  get #continuous(): boolean {
    return (this.features & ptzFeature.continuous) !== 0;
  }

  #obey(meaning: PtzMeaning, speed: number): string {
    const { motors } = this;
    switch (meaning.kind) {
      case 'turn':
        if (!this.#continuous) {
          motors.moveBy({ pan: meaning.pan * stepDegrees, tilt: meaning.tilt * stepDegrees });
          return 'one step';
        }
        motors.keepMoving('pan', meaning.pan * speed);
        motors.keepMoving('tilt', meaning.tilt * speed);
        return `turns at ${speed} %`;
      case 'zoom':
        if (!this.#continuous) {
          motors.moveBy({ zoom: meaning.zoom * stepOfLens });
          return 'one step';
        }
        motors.keepMoving('zoom', meaning.zoom * speed);
        return `zooms at ${speed} %`;
      case 'home':
        motors.goHome();
        return 'goes home';
      case 'go':
        return this.#goTo(meaning.preset);
      case 'save':
        this.#presets.set(meaning.preset, motors.position);
        return `saved preset ${meaning.preset}`;
      case 'stop':
        // "For other cameras that support movement in individual steps, this command does nothing."
        if (!this.#continuous) return 'nothing: it moves in steps';
        motors.stop();
        return 'stops';
    }
  }

  #goTo(preset: number): string {
    const position = this.#presets.get(preset);
    if (position === undefined) return `nothing: preset ${preset} is not saved`;
    this.motors.moveTo(position);
    return `goes to preset ${preset}`;
  }

  #speed(text: string | null): number {
    const value = Number(text ?? '');
    const heard = (this.features & ptzFeature.speed) !== 0 && Number.isInteger(value);
    return heard && value >= 1 && value <= 100 ? value : usualSpeed;
  }
}

const kinds: Readonly<Record<PtzMeaning['kind'], CommandKind>> = {
  turn: 'move',
  zoom: 'move',
  home: 'move',
  go: 'move',
  save: 'preset',
  stop: 'stop',
};

/** A request for "PTZ command", as it is noted. */
export function ptzCommand(camera: number, command: number, query: URLSearchParams): DeviceCommand {
  const meaning = meaningOf(command);
  return {
    camera,
    kind: meaning === null ? 'move' : kinds[meaning.kind],
    command: 'ptz/command',
    parameters: parametersOf(query, ['command', 'code', 'speed']),
  };
}
