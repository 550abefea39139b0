import { createStore } from 'zustand/vanilla';
import { type HeldContext, holdContext } from '../../playback/audio/sound-context.ts';
import type { LoudPriority } from './alarm-bell.ts';
import { chime } from './alarm-tones.ts';

/** A browser that lets a page sound says so within this. */
const patienceMs = 500;
const gestures = ['pointerdown', 'keydown'] as const;

export interface SpeakerState {
  /** The browser wants a click first. */
  readonly blocked: boolean;
}

/** Makes the sounds, and says where the browser does not let it. */
export class AlarmSpeaker {
  readonly state = createStore<SpeakerState>(() => ({ blocked: false }));
  #held: HeldContext | null = null;
  /** What is to sound as soon as the browser lets it. */
  #missed: LoudPriority | null = null;
  readonly #onGesture = () => void this.#resume();

  ring(priority: LoudPriority): void {
    this.#held ??= holdContext();
    this.#missed = priority;
    void this.#resume();
  }

  /** Gives everything back. */
  release(): void {
    this.#missed = null;
    this.#stopWaiting();
    this.#held?.release();
    this.#held = null;
  }

  async #resume(): Promise<void> {
    const held = this.#held;
    if (held === null) return;
    const { context } = held;
    // Refused once it is closed, and then nobody waits for it.
    const running = context.resume().catch(() => undefined);
    if (context.state !== 'running') await Promise.race([running, patience()]);
    if (this.#held !== held) return;
    if (context.state !== 'running') {
      this.#wait();
      return;
    }
    this.#stopWaiting();
    if (this.#missed !== null) chime(context, this.#missed);
    this.#missed = null;
  }

  #wait(): void {
    for (const gesture of gestures) window.addEventListener(gesture, this.#onGesture);
    this.state.setState({ blocked: true });
  }

  #stopWaiting(): void {
    for (const gesture of gestures) window.removeEventListener(gesture, this.#onGesture);
    this.state.setState({ blocked: false });
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patienceMs));
}
