import { DeviceError } from '../../domain/device-error.ts';
import { DialGate } from './dial-gate.ts';
import type { LinkLimits } from './link-limits.ts';

/** The streams of one device: so many at a time, and only a few of them dialling. */
export class MediaSlots {
  readonly #most: number;
  readonly #gate: DialGate;
  #taken = 0;

  constructor({ mediaSockets, concurrentDials }: LinkLimits) {
    this.#most = mediaSockets;
    this.#gate = new DialGate(concurrentDials);
  }

  /**
   * @param open opens a stream and calls `left`, which may be called twice, when that has ended
   * @throws DeviceError `too-many-connections` beyond what a device is asked for
   */
  async open<Stream>(
    signal: AbortSignal,
    open: (left: () => void) => Promise<Stream>,
  ): Promise<Stream> {
    if (this.#taken >= this.#most) {
      throw new DeviceError('busy', 'too-many-connections', { operation: 'stream' });
    }
    this.#taken += 1;
    let inside = true;
    const left = () => {
      if (inside) this.#taken -= 1;
      inside = false;
    };
    try {
      const free = await this.#gate.enter(signal);
      return await open(left).finally(free);
    } catch (error) {
      left();
      throw error;
    }
  }
}
