import { type FaceBox, facesAt, motionLevelAt, tamperedAt } from './passers-by.ts';

/** What the camera sees: who passes by, by the clock, until somebody sets it otherwise. */
export class Sights {
  readonly #now: () => number;
  readonly #levels = new Map<number, number>();
  #tampered: boolean | null = null;
  #faces: readonly FaceBox[] | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Of a window, 0 to 100. */
  motionLevel(window: number): number {
    return this.#levels.get(window) ?? motionLevelAt(this.#now(), window);
  }

  get tampered(): boolean {
    return this.#tampered ?? tamperedAt(this.#now());
  }

  get faces(): readonly FaceBox[] {
    return this.#faces ?? facesAt(this.#now());
  }

  setMotion(window: number, level: number): void {
    this.#levels.set(window, level);
  }

  setTampered(isTampered: boolean): void {
    this.#tampered = isTampered;
  }

  setFaces(faces: readonly FaceBox[]): void {
    this.#faces = faces;
  }

  /** Everything goes by the clock again. */
  release(): void {
    this.#levels.clear();
    this.#tampered = null;
    this.#faces = null;
  }
}
