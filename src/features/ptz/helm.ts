import { createStore } from 'zustand/vanilla';
import type { RequestedAction, Steering } from '../../api/control.ts';
import type { SeenProblem } from '../../api/problem.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import {
  isStill,
  movingAxes,
  type PtzVelocity,
  ptzAxes,
  sameVelocity,
  still,
  velocityOf,
} from '../../domain/ptz.ts';
import { allowedVelocity } from './allowed-velocity.ts';

/** What a pointer does on the picture in PTZ mode. */
export const pictureTools = ['steer', 'centre', 'box'] as const;
export type PictureTool = (typeof pictureTools)[number];

/** A hint says what there is nothing to do with, e.g. a preset that does not exist. */
export type HelmHint = { readonly kind: 'no-picture' } | { kind: 'no-preset'; number: number };

export interface HelmState {
  /** PTZ mode: the picture and the keys steer the camera. */
  readonly mode: boolean;
  readonly tool: PictureTool;
  /** What is asked of the camera now. */
  readonly asked: PtzVelocity;
  /** Why the last thing was not done. */
  readonly problem: SeenProblem | null;
  /** The tour that it was about, which has it said beside itself; null for the camera. */
  readonly problemTourId: string | null;
  readonly hint: HelmHint | null;
  /** The preset that it is on the way to. */
  readonly goingTo: string | null;
}

/** Where the helm sends what it wants. */
export interface HelmPort {
  readonly move: (velocity: PtzVelocity) => void;
  readonly stop: () => void;
  /** Rejects with a RequestProblem. */
  readonly act: (action: RequestedAction) => Promise<void>;
}

/** How long a press lasts that has no end of its own, as a screen reader makes it. */
const nudgeMs = 300;

/**
 * Everything that is held to move one camera: pointers, keys, buttons and a gamepad, each under a
 * name of its own. The camera gets their sum, and one stop when the last is let go.
 */
export class Helm {
  readonly state = createStore<HelmState>(() => ({
    mode: false,
    tool: 'steer',
    asked: still,
    problem: null,
    problemTourId: null,
    hint: null,
    goingTo: null,
  }));
  readonly cameraId: string;
  readonly can: Steering;
  private readonly port: HelmPort;
  private journey = new AbortController();
  private readonly holds = new Map<string, PtzVelocity>();
  private readonly nudges = new Set<ReturnType<typeof setTimeout>>();

  constructor(cameraId: string, can: Steering, port: HelmPort) {
    this.cameraId = cameraId;
    this.can = can;
    this.port = port;
  }

  /** Begins to hold; still at first is well, e.g. a pointer that has not gone anywhere yet. */
  hold(source: string, part: Partial<PtzVelocity>): void {
    this.state.setState({ problem: null, hint: null });
    this.holds.set(source, velocityOf(part));
    this.ask();
  }

  /** Changes what is held; nothing once it was let go, by whomever. */
  change(source: string, part: Partial<PtzVelocity>): void {
    if (!this.holds.has(source)) return;
    this.holds.set(source, velocityOf(part));
    this.ask();
  }

  holding(source: string): boolean {
    return this.holds.has(source);
  }

  drop(source: string): void {
    if (this.holds.delete(source)) this.ask();
  }

  /** @param kind the beginning of the names of those to let go */
  dropAll(kind = ''): void {
    for (const source of [...this.holds.keys()]) {
      if (source.startsWith(kind)) this.holds.delete(source);
    }
    this.ask();
  }

  /** Lets all go without a word: the proxy has stopped the camera, or never moved it. */
  forget(): void {
    this.holds.clear();
    this.state.setState({ asked: still });
  }

  /** Holds what the camera can hold; of an axis that only steps, one step. */
  press(source: string, part: Partial<PtzVelocity>): void {
    const wanted = velocityOf(part);
    if (movingAxes(wanted).some((axis) => this.can.moves.includes(axis))) this.hold(source, part);
    else this.step(part);
  }

  /** A press without an end of its own. */
  nudge(source: string, part: Partial<PtzVelocity>): void {
    this.press(source, part);
    const timer = setTimeout(() => {
      this.nudges.delete(timer);
      this.drop(source);
    }, nudgeMs);
    this.nudges.add(timer);
  }

  step(part: Partial<PtzVelocity>): void {
    const wanted = velocityOf(part);
    const sign = (axis: (typeof ptzAxes)[number]) =>
      this.can.steps.includes(axis) ? (Math.sign(wanted[axis]) as -1 | 0 | 1) : 0;
    const step = {
      pan: sign('pan'),
      tilt: sign('tilt'),
      zoom: sign('zoom'),
      focus: sign('focus'),
      iris: sign('iris'),
    };
    if (ptzAxes.some((axis) => step[axis] !== 0)) void this.act({ kind: 'step', step });
  }

  act(action: RequestedAction): Promise<boolean> {
    return this.attempt(() => this.port.act(action));
  }

  /**
   * Does something for this camera; a failure is kept for whoever shows it.
   * @param tourId the tour that it is about
   * @returns done or not
   */
  async attempt(run: () => Promise<void>, tourId: string | null = null): Promise<boolean> {
    this.state.setState({ problem: null, problemTourId: null, hint: null });
    try {
      await run();
      return true;
    } catch (fault) {
      this.state.setState({ problem: problemOf(fault), problemTourId: tourId });
      return false;
    }
  }

  setMode(mode: boolean): void {
    if (!mode) this.dropAll();
    this.state.setState({ mode, hint: null });
  }

  setTool(tool: PictureTool): void {
    this.dropAll();
    this.state.setState({ tool });
  }

  hint(hint: HelmHint): void {
    this.state.setState({ hint, problem: null });
  }

  /** Begins the way to a preset, ending one that was under way. */
  travel(presetId: string): AbortController {
    this.journey.abort();
    this.journey = new AbortController();
    this.state.setState({ goingTo: presetId });
    return this.journey;
  }

  /** @param signal of the way that ended; a later one goes on */
  arrive(signal: AbortSignal): void {
    if (signal === this.journey.signal) this.state.setState({ goingTo: null });
  }

  /** Stops, and ends its timers. */
  end(): void {
    this.journey.abort();
    for (const timer of this.nudges) clearTimeout(timer);
    this.nudges.clear();
    this.dropAll();
  }

  private ask(): void {
    const sum = { pan: 0, tilt: 0, zoom: 0, focus: 0, iris: 0 };
    for (const part of this.holds.values()) for (const axis of ptzAxes) sum[axis] += part[axis];
    const wanted = allowedVelocity(velocityOf(sum), this.can);
    const { asked } = this.state.getState();
    if (sameVelocity(wanted, asked)) return;
    this.state.setState({ asked: wanted });
    if (isStill(wanted)) this.port.stop();
    else this.port.move(wanted);
  }
}
