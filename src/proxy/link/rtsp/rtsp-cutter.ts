import { DeviceError } from '../../../domain/device-error.ts';
import { ByteWindow } from '../byte-window.ts';
import { type RtspMessage, readRtspHead, rtspHeaders } from './rtsp-message.ts';

const dollar = 0x24;
const packetHeaderBytes = 4;
const mostHeadBytes = 16 * 1024;
const mostBodyBytes = 256 * 1024;

export interface RtspSink {
  readonly message: (message: RtspMessage) => void;
  /** Whole interleaved packets, one or several, as they came. */
  readonly packets: (bytes: Buffer) => void;
}

/** Cuts one direction of a connection into messages and interleaved packets (RFC 2326 section 10.12). */
export class RtspCutter {
  readonly #sink: RtspSink;
  readonly #window = new ByteWindow(8192);

  constructor(sink: RtspSink) {
    this.#sink = sink;
  }

  /** @throws DeviceError when this is no RTSP, or more than any device sends */
  push(chunk: Uint8Array): void {
    this.#window.append(chunk);
    while (this.#next());
  }

  #next(): boolean {
    const view = this.#window.view();
    if (view.length === 0) return false;
    if (view[0] === dollar) return this.#packets(view);
    // Some devices end a body with a line too many.
    const begin = view.findIndex((byte) => byte === dollar || isLetter(byte));
    if (begin !== 0) {
      this.#window.skip(begin < 0 ? view.length : begin);
      return begin > 0;
    }
    return this.#message(view);
  }

  #packets(view: Buffer): boolean {
    let end = 0;
    while (view[end] === dollar && end + packetHeaderBytes <= view.length) {
      const next = end + packetHeaderBytes + view.readUInt16BE(end + 2);
      if (next > view.length) break;
      end = next;
    }
    if (end === 0) return false;
    const bytes = Buffer.from(view.subarray(0, end));
    this.#window.skip(end);
    this.#sink.packets(bytes);
    return true;
  }

  #message(view: Buffer): boolean {
    const text = view.toString('latin1', 0, mostHeadBytes);
    // Makers who end the lines of HTTP with a bare LF do so here too.
    const empty = /\r?\n\r?\n/.exec(text);
    if (empty === null) {
      if (view.length >= mostHeadBytes) throw malformed('header');
      return false;
    }
    const head = readRtspHead(text.slice(0, empty.index));
    if (!/^RTSP\/\d\.\d \d{3}|^[A-Z_]+ \S+ RTSP\/\d\.\d$/.test(head.line)) throw malformed('rtsp');
    const length = Number(rtspHeaders(head, 'content-length')[0] ?? 0);
    if (!Number.isInteger(length) || length < 0 || length > mostBodyBytes) {
      throw malformed('content-length');
    }
    const headBytes = empty.index + empty[0].length;
    const whole = headBytes + length;
    if (view.length < whole) return false;
    const body = Buffer.from(view.subarray(headBytes, whole));
    this.#window.skip(whole);
    this.#sink.message({ ...head, body });
    return true;
  }
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function malformed(detail: string): DeviceError {
  return new DeviceError('malformed-reply', 'not-a-stream', { operation: 'stream', detail });
}
