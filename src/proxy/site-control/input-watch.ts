import type { InputReport } from '../../api/site-control.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { Input } from '../../domain/ports.ts';
import { deviceErrorOf, deviceProblem } from '../registry/device-error-of.ts';
import { type InputLook, nextReport } from './input-report.ts';

const everyMs = 1000;
/** What a device does not say within this time is not known any more. */
const silentAfterMs = 3000;

type Listener = (report: InputReport) => void;

interface Round {
  readonly listeners: Set<Listener>;
  report: InputReport | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export interface InputWatchParts {
  /** Asks the device. */
  readonly read: (cameraId: string) => Promise<readonly Input[]>;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Asks a camera for its inputs once a second, however many look, and only while somebody does. */
export class InputWatch {
  readonly #parts: InputWatchParts;
  readonly #rounds = new Map<string, Round>();

  constructor(parts: InputWatchParts) {
    this.#parts = parts;
  }

  /** Tells what is known at once, and then whatever changes. @returns the way to leave */
  join(cameraId: string, listener: Listener): () => void {
    const round = this.#rounds.get(cameraId) ?? this.#begin(cameraId);
    round.listeners.add(listener);
    if (round.report !== undefined) listener(round.report);
    return () => {
      round.listeners.delete(listener);
      if (round.listeners.size === 0) this.#end(cameraId, round);
    };
  }

  /** Cameras that are asked at the moment. */
  get watched(): number {
    return this.#rounds.size;
  }

  stop(): void {
    for (const [cameraId, round] of [...this.#rounds]) this.#end(cameraId, round);
  }

  #begin(cameraId: string): Round {
    const round: Round = { listeners: new Set(), report: undefined, timer: undefined };
    this.#rounds.set(cameraId, round);
    void this.#look(cameraId, round);
    return round;
  }

  #end(cameraId: string, round: Round): void {
    clearTimeout(round.timer);
    round.listeners.clear();
    if (this.#rounds.get(cameraId) === round) this.#rounds.delete(cameraId);
  }

  async #look(cameraId: string, round: Round): Promise<void> {
    round.timer = setTimeout(() => this.#tell(round, { problem: silence }), silentAfterMs);
    const look = await this.#ask(cameraId);
    clearTimeout(round.timer);
    if (this.#rounds.get(cameraId) !== round) return;
    this.#tell(round, look);
    // A listener may have left, and with it the last one.
    if (this.#rounds.get(cameraId) !== round) return;
    round.timer = setTimeout(() => void this.#look(cameraId, round), everyMs);
  }

  async #ask(cameraId: string): Promise<InputLook> {
    try {
      return { inputs: await this.#parts.read(cameraId) };
    } catch (failure) {
      return { problem: deviceProblem(deviceErrorOf(failure)) };
    }
  }

  #tell(round: Round, look: InputLook): void {
    const next = nextReport(round.report, look, this.#parts.now());
    if (next === round.report) return;
    round.report = next;
    for (const listener of [...round.listeners]) listener(next);
  }
}

const silence = deviceProblem(new DeviceError('timeout', 'answer-timeout'));
