import { framePacketHeaderBytes } from '../../api/frame-packet.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { ByteWindow } from '../link/byte-window.ts';
import { JpegWalker } from './jpeg-walker.ts';

export const largestFrameBytes = 4 * 1024 * 1024;
/** No picture in so much of a beginning: it is something else. */
const longestPreamble = 64 * 1024;
/** The same between two pictures; damage may be long, but not endless. */
const longestGap = largestFrameBytes;
const mostGrowth = 2;
const smallestDoubt = 32 * 1024;
const longestPartHeader = 2048;
const longestPadding = 16;
const startOfImage = Buffer.from([0xff, 0xd8, 0xff]);
const lengthHeader = /content-length:[ \t]*(\d{1,9})/gi;

/**
 * Takes the pictures out of a `multipart/x-mixed-replace` body. Devices disagree with their own
 * boundary and length so often that neither is believed: the JPEGs themselves are the framing, and
 * a part's length only saves walking through a picture whose ends are where the length says.
 */
export class MjpegReader {
  readonly #onFrame: (packet: Buffer) => void;
  readonly #window = new ByteWindow();
  readonly #walker = new JpegWalker();
  #inPicture = false;
  /** Length that the part's header gave, 0 for none. */
  #announced = 0;
  #lengthLies = 0;
  #lastLength = 0;
  #searched = 0;
  #skippedSincePicture = 0;
  #oversized = 0;
  frames = 0;
  /** Pictures that had to be left out. */
  damaged = 0;

  /** @param onFrame gets a picture with room for the packet header before it */
  constructor(onFrame: (packet: Buffer) => void) {
    this.#onFrame = onFrame;
  }

  /** @throws DeviceError when this is no stream of pictures */
  push(chunk: Uint8Array): void {
    this.#window.append(chunk);
    while (this.#inPicture ? this.#takePicture() : this.#findPicture()) {
      // Each step takes something off the window; it ends when more bytes are needed.
    }
  }

  #findPicture(): boolean {
    const view = this.#window.view();
    const at = view.indexOf(startOfImage, Math.max(0, this.#searched - startOfImage.length + 1));
    if (at === -1) {
      this.#refuseOtherThings(view);
      this.#searched = view.length;
      const surplus = view.length - longestPartHeader;
      if (surplus > longestPartHeader && this.frames + this.damaged > 0) this.#skip(surplus);
      return false;
    }
    this.#announced = announcedLength(view.subarray(Math.max(0, at - longestPartHeader), at));
    this.#skip(at);
    this.#searched = 0;
    this.#walker.restart();
    this.#inPicture = true;
    return true;
  }

  #takePicture(): boolean {
    const view = this.#window.view();
    const announced = this.#announced;
    if (announced > 0 && announced <= largestFrameBytes && this.#lengthLies < 3) {
      // A length beyond belief is not waited for: twice the last picture is, with room to begin.
      const plausible = Math.max(mostGrowth * this.#lastLength, smallestDoubt);
      if (view.length < Math.min(announced, plausible)) return false;
      this.#announced = 0;
      const length = view.length < announced ? 0 : pictureLength(view, announced);
      // One that has grown a lot is walked through, for it may be two.
      const isUsual = this.#lastLength === 0 || announced <= mostGrowth * this.#lastLength;
      if (length > 0 && isUsual) return this.#emit(view, length);
      if (length === 0) this.#lengthLies += 1;
    }
    const length = this.#walker.walk(view);
    if (length > largestFrameBytes || (length === -1 && view.length > largestFrameBytes)) {
      this.#oversized += 1;
      if (this.#oversized > 2) throw new DeviceError('malformed-reply', 'too-large');
      this.#window.skip(view.length);
      return this.#drop(0);
    }
    if (length === -1) return this.#nextHasBegun(view) ? this.#drop(startOfImage.length) : false;
    return length === -2 ? this.#drop(startOfImage.length) : this.#emit(view, length);
  }

  /**
   * A damaged length of a segment can promise 64 KiB and swallow the pictures after it, so while it
   * is waited for, the beginning of another part ends the wait.
   */
  #nextHasBegun(view: Buffer): boolean {
    if (this.#walker.inScan) return false;
    const at = view.indexOf(startOfImage, Math.max(this.#walker.position, this.#searched));
    this.#searched = at === -1 ? view.length - startOfImage.length : at + 1;
    return at !== -1 && /\n\r?\n$/.test(view.toString('latin1', at - 3, at));
  }

  #emit(view: Buffer, length: number): boolean {
    const packet = Buffer.allocUnsafeSlow(framePacketHeaderBytes + length);
    view.copy(packet, framePacketHeaderBytes, 0, length);
    this.#window.skip(length);
    this.#lastLength = length;
    this.#inPicture = false;
    this.#searched = 0;
    this.#skippedSincePicture = 0;
    this.#oversized = 0;
    this.frames += 1;
    this.#onFrame(packet);
    return true;
  }

  #drop(count: number): boolean {
    this.damaged += 1;
    this.#inPicture = false;
    this.#searched = 0;
    this.#skip(count);
    return true;
  }

  #skip(count: number): void {
    this.#window.skip(count);
    this.#searched = Math.max(0, this.#searched - count);
    this.#skippedSincePicture += count;
    if (this.#skippedSincePicture > longestGap) {
      throw new DeviceError('malformed-reply', 'not-a-picture');
    }
  }

  #refuseOtherThings(view: Buffer): void {
    if (this.frames + this.damaged > 0) return;
    if (/^\s*<(!doctype|html|head|body|\?xml)/i.test(view.toString('latin1', 0, 64))) {
      throw new DeviceError('malformed-reply', 'html-page');
    }
    if (view.length > longestPreamble) throw new DeviceError('malformed-reply', 'not-a-picture');
  }
}

function announcedLength(header: Buffer): number {
  const lengths = Array.from(header.toString('latin1').matchAll(lengthHeader), (match) => match[1]);
  return Number(lengths.at(-1) ?? 0);
}

/** Length of the picture that should fill `announced` bytes, without padding; 0 when it does not. */
function pictureLength(view: Buffer, announced: number): number {
  const shortest = Math.max(4, announced - longestPadding);
  for (let end = announced; end >= shortest; end -= 1) {
    if (view[end - 2] === 0xff && view[end - 1] === 0xd9) return end;
    const last = view[end - 1];
    if (last !== 0x0a && last !== 0x0d && last !== 0 && last !== 0xff && last !== 0x20) return 0;
  }
  return 0;
}
