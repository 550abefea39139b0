import type { Fault } from '../device.ts';
import type { LivePicture } from './live-picture.ts';

/** The pictures of one camera: each size is drawn once for all who watch, a fault befalls them all. */
export class PictureSet {
  readonly #most: number;
  readonly #pictures = new Map<string, LivePicture>();
  #fault: Fault = 'none';

  /** @param most kept ready; of more, those that nobody watches go, the longest unasked first */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  get fault(): Fault {
    return this.#fault;
  }

  get watchers(): number {
    return [...this.#pictures.values()].reduce((sum, picture) => sum + picture.watchers, 0);
  }

  setFault(fault: Fault): void {
    this.#fault = fault;
    for (const picture of this.#pictures.values()) picture.freeze(fault === 'frozen');
  }

  /** @param make draws what is asked for the first time */
  picture(name: string, make: () => LivePicture): LivePicture {
    const picture = this.#pictures.get(name) ?? make();
    picture.freeze(this.#fault === 'frozen');
    this.#pictures.delete(name);
    this.#pictures.set(name, picture);
    this.#forgetUnwatched(name);
    return picture;
  }

  #forgetUnwatched(justAsked: string): void {
    for (const [name, { watchers }] of this.#pictures) {
      if (this.#pictures.size <= this.#most) return;
      if (watchers === 0 && name !== justAsked) this.#pictures.delete(name);
    }
  }
}
