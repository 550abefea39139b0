import { DeviceError } from '../../domain/device-error.ts';
import { DialGate } from './dial-gate.ts';
import type { LinkLimits } from './link-limits.ts';

/**
 * The streams of one device, over whichever protocol: so many at a time, and only a few of them
 * dialling. A recorder serves each of its cameras as one camera serves its own.
 */
export class MediaSlots {
  readonly #limits: LinkLimits;
  readonly #places: DialGate;
  readonly #gate: DialGate;

  constructor(limits: LinkLimits, cameras: () => number = () => 1) {
    const { mediaSockets, mediaSocketsPerCamera, mostMediaSockets } = limits;
    this.#limits = limits;
    this.#places = new DialGate(() => {
      const more = Math.max(0, cameras() - 1) * mediaSocketsPerCamera;
      return Math.min(mediaSockets + more, Math.max(mediaSockets, mostMediaSockets));
    });
    this.#gate = new DialGate(() => limits.concurrentDials);
  }

  /**
   * @param open opens a stream and calls `left`, which may be called twice, when that has ended
   * @throws DeviceError `too-many-connections` where none of the places is left for a while
   */
  async open<Stream>(
    signal: AbortSignal,
    open: (left: () => void) => Promise<Stream>,
  ): Promise<Stream> {
    const left = await this.#place(signal);
    try {
      const free = await this.#gate.enter(signal);
      return await open(left).finally(free);
    } catch (error) {
      left();
      throw error;
    }
  }

  /** The parts of a page come in bursts, so that a moment's wait is worth more than a refusal. */
  async #place(signal: AbortSignal): Promise<() => void> {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), this.#limits.placeMs);
    try {
      return await this.#places.enter(AbortSignal.any([signal, patience.signal]));
    } catch (error) {
      if (signal.aborted) throw error;
      throw new DeviceError('busy', 'too-many-connections', { operation: 'stream' });
    } finally {
      clearTimeout(timer);
    }
  }
}
