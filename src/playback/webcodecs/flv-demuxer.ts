import { readInt24, readUint24 } from './byte-reader.ts';
import { avcCodec, hevcCodec } from './codec-string.ts';

export interface VideoSetup {
  /** As a decoder is asked for it, e.g. `avc1.4D401F`. */
  readonly codec: string;
  readonly description: Uint8Array<ArrayBuffer>;
}

export interface EncodedPicture {
  readonly isKey: boolean;
  readonly timestampUs: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

export interface DemuxSink {
  readonly setup: (setup: VideoSetup) => void;
  readonly picture: (picture: EncodedPicture) => void;
  /** Video of a coding that has no decoder here. */
  readonly foreign: () => void;
}

const fileHeaderBytes = 13;
const tagHeaderBytes = 11;
const backPointerBytes = 4;
const largestTagBytes = 4 * 1024 * 1024;
const videoTag = 9;
const tagTypes = new Set([8, videoTag, 18]);

const avc = 7;
/** HEVC as some devices numbered it before there were four letters for it. */
const numberedHevc = 12;
const commandFrame = 5;
const namedCodecs: Partial<Record<string, (record: Uint8Array) => string | null>> = {
  hvc1: hevcCodec,
  avc1: avcCodec,
};

/**
 * Takes the video out of an FLV file (Adobe FLV 10.1 annex E, and Enhanced RTMP for codings named by
 * four letters) that comes in pieces of any size.
 */
export class FlvDemuxer {
  private readonly sink: DemuxSink;
  private rest = new Uint8Array(0);
  private started = false;
  private broken = false;

  constructor(sink: DemuxSink) {
    this.sink = sink;
  }

  /** @returns whether it still is FLV; there is no way to find the next tag in anything else */
  push(piece: Uint8Array<ArrayBuffer>): boolean {
    if (this.broken) return false;
    const bytes = this.rest.length === 0 ? piece : joined(this.rest, piece);
    let at = 0;
    if (!this.started) {
      if (bytes.length < fileHeaderBytes) return this.keep(bytes, 0);
      if (bytes[0] !== 0x46 || bytes[1] !== 0x4c || bytes[2] !== 0x56) return this.fail();
      this.started = true;
      at = fileHeaderBytes;
    }
    while (bytes.length - at >= tagHeaderBytes) {
      const type = (bytes[at] ?? 0) & 0x1f;
      const size = readUint24(bytes, at + 1);
      if (!tagTypes.has(type) || size > largestTagBytes) return this.fail();
      const end = at + tagHeaderBytes + size;
      if (bytes.length < end + backPointerBytes) break;
      if (type === videoTag) {
        const timeMs = readUint24(bytes, at + 4) + (bytes[at + 7] ?? 0) * 2 ** 24;
        this.video(bytes.subarray(at + tagHeaderBytes, end), timeMs);
      }
      at = end + backPointerBytes;
    }
    return this.keep(bytes, at);
  }

  private keep(bytes: Uint8Array<ArrayBuffer>, from: number): boolean {
    this.rest = bytes.slice(from);
    return true;
  }

  private fail(): boolean {
    this.broken = true;
    this.rest = new Uint8Array(0);
    return false;
  }

  private video(body: Uint8Array<ArrayBuffer>, timeMs: number): void {
    const first = body[0] ?? 0;
    const frame = (first >> 4) & 7;
    if (body.length < 5 || frame === commandFrame) return;
    if ((first & 0x80) !== 0) this.named(body, frame, first & 0x0f, timeMs);
    else this.numbered(body, frame, first & 0x0f, timeMs);
  }

  private numbered(
    body: Uint8Array<ArrayBuffer>,
    frame: number,
    codec: number,
    timeMs: number,
  ): void {
    const record = body.subarray(5);
    if (codec !== avc && codec !== numberedHevc) this.sink.foreign();
    else if (body[1] === 0)
      this.configure(codec === avc ? avcCodec(record) : hevcCodec(record), record);
    else if (body[1] === 1) this.picture(frame, timeMs + readInt24(body, 2), record);
  }

  private named(
    body: Uint8Array<ArrayBuffer>,
    frame: number,
    packet: number,
    timeMs: number,
  ): void {
    const name = String.fromCharCode(...body.subarray(1, 5));
    const codecOf = namedCodecs[name];
    if (codecOf === undefined) this.sink.foreign();
    else if (packet === 0) this.configure(codecOf(body.subarray(5)), body.subarray(5));
    else if (packet === 1 && body.length > 8)
      this.picture(frame, timeMs + readInt24(body, 5), body.subarray(8));
    else if (packet === 3) this.picture(frame, timeMs, body.subarray(5));
  }

  private configure(codec: string | null, description: Uint8Array<ArrayBuffer>): void {
    if (codec === null) this.sink.foreign();
    else this.sink.setup({ codec, description });
  }

  private picture(frame: number, shownAtMs: number, data: Uint8Array<ArrayBuffer>): void {
    if (data.length === 0) return;
    this.sink.picture({ isKey: frame === 1, timestampUs: shownAtMs * 1000, data });
  }
}

function joined(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
