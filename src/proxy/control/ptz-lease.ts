import { idleReleaseMs } from '../../api/control.ts';

/** One window that may steer a camera. */
export interface LeaseHolder {
  readonly windowId: string;
  /** Of the person who sits at it, as others read it. */
  readonly name: string;
}

/** Who steers one camera: one window at a time, until it gives the camera back or does nothing more. */
export class PtzLease<Holder extends LeaseHolder> {
  readonly #changed: () => void;
  readonly #idled: (holder: Holder) => void;
  #holder: Holder | null = null;
  #idle: NodeJS.Timeout | undefined;

  /** @param on `changed` after every change of the holder; `idled` when one has not steered for long */
  constructor(on: { readonly changed: () => void; readonly idled: (holder: Holder) => void }) {
    this.#changed = on.changed;
    this.#idled = on.idled;
  }

  get holder(): Holder | null {
    return this.#holder;
  }

  isHeldBy(who: LeaseHolder): boolean {
    return this.#holder?.windowId === who.windowId;
  }

  /** Takes or keeps the camera. @returns false where somebody else has it */
  take(who: Holder): boolean {
    if (this.#holder !== null && !this.isHeldBy(who)) return false;
    this.hand(who);
    return true;
  }

  /** Gives the camera to a window, whoever had it. */
  hand(who: Holder): void {
    const isNew = !this.isHeldBy(who);
    this.#holder = who;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#idled(who), idleReleaseMs);
    if (isNew) this.#changed();
  }

  /** @returns whether it had the camera */
  release(who: LeaseHolder): boolean {
    if (!this.isHeldBy(who)) return false;
    this.end();
    this.#changed();
    return true;
  }

  /** Nobody has it any more, and no timer is left. */
  end(): void {
    clearTimeout(this.#idle);
    this.#holder = null;
  }
}
