import { onHeartbeat } from '../heartbeat.ts';
import { type ShownTile, tileOf } from '../tile-registry.ts';
import type { HeardEvents, HeardPhase, HeardSound } from './heard-sound.ts';

/** Whether the picture of a camera, as it is shown now, brings its sound along. */
export function pictureHasSound(cameraId: string): boolean {
  return tileOf(cameraId)?.truth.get().hasSound === true;
}

/** Lets the sound be heard that comes with the picture of a camera, whichever player shows it. */
export class PictureSound implements HeardSound {
  readonly #cameraId: string;
  readonly #events: HeardEvents;
  readonly #stopBeat: () => void;
  #volume: number;
  #phase: HeardPhase | null = null;
  #tile: ShownTile | undefined;

  constructor(cameraId: string, volume: number, events: HeardEvents) {
    this.#cameraId = cameraId;
    this.#events = events;
    this.#volume = volume;
    this.#stopBeat = onHeartbeat(() => this.#look());
    this.#look();
  }

  setVolume(volume: number): void {
    this.#volume = volume;
    this.#tile?.hear(volume);
  }

  end(): void {
    this.#stopBeat();
    this.#tile?.hear(null);
  }

  /** Tiles come and go with the layout of the window. */
  #look(): void {
    const tile = tileOf(this.#cameraId);
    if (tile !== this.#tile) {
      this.#tile?.hear(null);
      this.#tile = tile;
      tile?.hear(this.#volume);
    }
    const phase = tile?.truth.get().hasSound === true ? 'playing' : 'starting';
    if (phase === this.#phase) return;
    this.#phase = phase;
    this.#events.onNews({ phase });
  }
}
