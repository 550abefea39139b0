import { Readable } from 'node:stream';

/** Half a second of G.711. What the device does not take in time is old when it comes. */
const mostWaitingBytes = 4000;

/** Sound on its way to a device. One that reads too slowly loses sound; it never costs memory. */
export class SoundFlow extends Readable {
  bytesLost = 0;

  /** @param onTaken called once when the device begins to take sound */
  constructor(onTaken: () => void) {
    super({ highWaterMark: mostWaitingBytes });
    this.once('resume', onTaken);
  }

  override _read(): void {
    // Sound comes when it comes.
  }

  add(sound: Buffer): void {
    if (this.readableEnded || this.destroyed) return;
    if (this.readableLength + sound.length > mostWaitingBytes) this.bytesLost += sound.length;
    else this.push(sound);
  }

  finish(): void {
    if (!this.destroyed) this.push(null);
  }
}
