import { DeviceError } from '../../domain/device-error.ts';
import { ByteWindow } from '../link/byte-window.ts';

const fileHeaderBytes = 9;
const tagHeaderBytes = 11;
const backPointerBytes = 4;
const largestTagBytes = 4 * 1024 * 1024;

export interface FlvTag {
  /** The tag with its header and the back pointer behind it, as it goes on the wire. */
  readonly bytes: Buffer;
  readonly kind: 'audio' | 'video' | 'script';
  /** Holds what a decoder needs before anything else: AVC, HEVC or AAC configuration. */
  readonly isConfiguration: boolean;
  readonly isKeyFrame: boolean;
}

export interface FlvSink {
  /** File header and the empty back pointer behind it: 13 bytes. */
  readonly header: (bytes: Buffer) => void;
  readonly tag: (tag: FlvTag) => void;
}

const kinds: Partial<Record<number, FlvTag['kind']>> = { 8: 'audio', 9: 'video', 18: 'script' };
const aac = 10;
const videoWithFourCc = 0x80;

/** Cuts an FLV body into its tags (Adobe FLV 10.1, annex E), with enhanced video headers. */
export class FlvReader {
  readonly #sink: FlvSink;
  readonly #window = new ByteWindow();
  #started = false;

  constructor(sink: FlvSink) {
    this.#sink = sink;
  }

  /** @throws DeviceError when this is no FLV, or no longer; there is no way to find the next tag */
  push(chunk: Uint8Array): void {
    this.#window.append(chunk);
    if (!this.#started && !this.#start()) return;
    for (let tag = this.#next(); tag !== null; tag = this.#next()) this.#sink.tag(tag);
  }

  #start(): boolean {
    const view = this.#window.view();
    const isFlv = view.subarray(0, 3).equals(Buffer.from('FLV').subarray(0, view.length));
    if (!isFlv) {
      const isHtml = /^\s*</.test(view.toString('latin1', 0, 16));
      throw new DeviceError('malformed-reply', isHtml ? 'html-page' : 'not-a-stream');
    }
    if (view.length < fileHeaderBytes + backPointerBytes) return false;
    if (view.readUInt32BE(5) !== fileHeaderBytes) {
      throw new DeviceError('malformed-reply', 'not-a-stream', { detail: 'header' });
    }
    this.#sink.header(Buffer.from(view.subarray(0, fileHeaderBytes + backPointerBytes)));
    this.#window.skip(fileHeaderBytes + backPointerBytes);
    this.#started = true;
    return true;
  }

  #next(): FlvTag | null {
    const view = this.#window.view();
    if (view.length < tagHeaderBytes) return null;
    const kind = kinds[view.readUInt8(0) & 0x1f];
    const size = view.readUIntBE(1, 3);
    if (kind === undefined || size > largestTagBytes) {
      throw new DeviceError('malformed-reply', 'not-a-stream', { detail: 'tag' });
    }
    const whole = tagHeaderBytes + size + backPointerBytes;
    if (view.length < whole) return null;
    const bytes = Buffer.allocUnsafeSlow(whole);
    view.copy(bytes, 0, 0, whole);
    this.#window.skip(whole);
    return describedTag(kind, bytes, size);
  }
}

function describedTag(kind: FlvTag['kind'], bytes: Buffer, size: number): FlvTag {
  const first = size > 0 ? (bytes[tagHeaderBytes] ?? 0) : 0;
  const second = size > 1 ? (bytes[tagHeaderBytes + 1] ?? 0) : 0;
  if (kind === 'audio') {
    const isConfiguration = first >> 4 === aac && size > 1 && second === 0;
    return { bytes, kind, isConfiguration, isKeyFrame: false };
  }
  if (kind === 'script') return { bytes, kind, isConfiguration: false, isKeyFrame: false };
  const named = (first & videoWithFourCc) !== 0;
  const codec = first & 0x0f;
  const isConfiguration = named ? codec === 0 : (codec === 7 || codec === 12) && second === 0;
  const isKeyFrame = size > 1 && ((first >> 4) & 0x07) === 1 && !isConfiguration;
  return { bytes, kind, isConfiguration: isConfiguration && size > 1, isKeyFrame };
}
