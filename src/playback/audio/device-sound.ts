import type { SeenProblem } from '../../api/problem.ts';
import type { HeardEvents, HeardSound } from './heard-sound.ts';
import { holdContext } from './sound-context.ts';
import { SoundSocket } from './sound-socket.ts';
import { isWorkletReport, listenProcessor } from './worklet-messages.ts';

/** A change of volume takes this long, or it would click. */
const glideSeconds = 0.015;
const loadAgainMs = 2000;
const gestures = ['pointerdown', 'keydown'] as const;

/** Plays the sound of a camera that comes apart from its pictures. */
export class DeviceSound implements HeardSound {
  readonly #events: HeardEvents;
  readonly #held = holdContext();
  readonly #gain = this.#held.context.createGain();
  readonly #socket: SoundSocket;
  /** Sound that came before there was anything to play it; the buffer wants no more. */
  #early: ArrayBuffer[] = [];
  #node: AudioWorkletNode | null = null;
  #problem: SeenProblem | undefined;
  #isFlowing = false;
  #again: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(cameraId: string, volume: number, events: HeardEvents) {
    this.#events = events;
    const { context } = this.#held;
    this.#gain.gain.value = volume;
    this.#gain.connect(context.destination);
    context.addEventListener('statechange', this.#tell);
    for (const gesture of gestures) window.addEventListener(gesture, this.#resume);
    this.#socket = new SoundSocket(cameraId, {
      onSound: (mulaw) => this.#play(mulaw),
      onTalker: events.onTalker,
      onLost: (problem) => this.#lose(problem),
    });
    this.#resume();
    void this.#start();
  }

  setVolume(volume: number): void {
    const { currentTime } = this.#held.context;
    this.#gain.gain.setTargetAtTime(volume, currentTime, glideSeconds);
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#again);
    this.#socket.close();
    this.#held.context.removeEventListener('statechange', this.#tell);
    for (const gesture of gestures) window.removeEventListener(gesture, this.#resume);
    this.#node?.port.close();
    this.#node?.disconnect();
    this.#gain.disconnect();
    this.#held.release();
  }

  async #start(): Promise<void> {
    try {
      await this.#held.load();
    } catch (fault) {
      if (this.#ended) return;
      console.warn('The script that plays sound could not be loaded', fault);
      this.#lose({ kind: 'unreachable', reason: 'server-unreachable' });
      this.#again = setTimeout(() => void this.#start(), loadAgainMs);
      return;
    }
    if (this.#ended) return;
    const node = new AudioWorkletNode(this.#held.context, listenProcessor, {
      numberOfInputs: 0,
      outputChannelCount: [1],
    });
    node.port.onmessage = ({ data }) => {
      if (isWorkletReport(data)) this.#note(data.level, data.isFlowing);
    };
    node.connect(this.#gain);
    this.#node = node;
    this.#tell();
    for (const mulaw of this.#early.splice(0)) this.#play(mulaw);
  }

  #play(mulaw: ArrayBuffer): void {
    this.#problem = undefined;
    // A blocked context would keep all that comes; what is heard then would be the past.
    if (this.#held.context.state === 'suspended' && this.#node !== null) return;
    if (this.#node === null) this.#early = [...this.#early.slice(-8), mulaw];
    else this.#node.port.postMessage(mulaw, [mulaw]);
  }

  #note(level: number, isFlowing: boolean): void {
    this.#events.onLevel(level);
    if (isFlowing === this.#isFlowing) return;
    this.#isFlowing = isFlowing;
    this.#tell();
  }

  #lose(problem: SeenProblem): void {
    if (this.#ended) return;
    this.#problem = problem;
    this.#isFlowing = false;
    this.#tell();
  }

  readonly #tell = (): void => {
    if (this.#ended) return;
    const { state } = this.#held.context;
    if (this.#problem !== undefined) {
      this.#events.onNews({ phase: 'waiting', problem: this.#problem });
    } else if (state !== 'running') {
      this.#events.onNews({ phase: this.#node === null ? 'starting' : 'blocked' });
    } else {
      this.#events.onNews({ phase: this.#isFlowing ? 'playing' : 'starting' });
    }
  };

  /** Browsers let sound begin only when a person has done something in the window. */
  readonly #resume = (): void => {
    if (this.#held.context.state !== 'running') void this.#held.context.resume();
  };
}
