import { finished } from 'node:stream/promises';
import { framePacketHeaderBytes } from '../../api/frame-packet.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { MediaSource } from './media-directory.ts';
import { largestFrameBytes, MjpegReader } from './mjpeg-reader.ts';

export interface FrameSink {
  /** The device has answered; from now on silence counts. */
  readonly answered: () => void;
  /** The next picture will not come sooner than this. */
  readonly expects: (intervalMs: number) => void;
  /** A picture with room for the packet header before it. */
  readonly frame: (packet: Buffer) => void;
}

/** Brings pictures until it ends, fails or is aborted. */
export type FrameSource = (
  source: MediaSource,
  signal: AbortSignal,
  sink: FrameSink,
) => Promise<void>;

const stillEveryMs = 1000;
const stillDeadlineMs = 10_000;

/** An endless body with one JPEG after another. */
export const readMjpeg: FrameSource = async (source, signal, sink) => {
  const { body } = await source.connection.openStream(source.stream, signal);
  sink.answered();
  const reader = new MjpegReader(sink.frame);
  body.on('data', (chunk: Buffer) => {
    try {
      reader.push(chunk);
    } catch (error) {
      body.destroy(
        error instanceof Error ? error : new DeviceError('malformed-reply', 'not-a-picture'),
      );
    }
  });
  await finished(body);
};

/** A picture at a time, as often as the device manages but not more than once a second. */
export const pollStills: FrameSource = async (source, signal, sink) => {
  while (!signal.aborted) {
    const startedMs = performance.now();
    const { bytes } = await source.connection.readFile(source.stream, {
      maximumBytes: largestFrameBytes,
      deadlineMs: stillDeadlineMs,
    });
    if (signal.aborted) return;
    requireJpeg(bytes);
    sink.answered();
    const packet = Buffer.allocUnsafeSlow(framePacketHeaderBytes + bytes.length);
    bytes.copy(packet, framePacketHeaderBytes);
    const tookMs = performance.now() - startedMs;
    sink.expects(Math.max(stillEveryMs, 2 * tookMs));
    sink.frame(packet);
    // A device that needs long for a still gets as long a rest as the work took.
    await pause(Math.max(stillEveryMs - tookMs, tookMs), signal);
  }
};

/** @throws DeviceError when the bytes are no JPEG, whatever their type said */
export function requireJpeg(bytes: Buffer): void {
  if (bytes.length === 0) throw new DeviceError('malformed-reply', 'empty-reply');
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return;
  const isHtml = /^\s*</.test(bytes.toString('latin1', 0, 64));
  throw new DeviceError('malformed-reply', isHtml ? 'html-page' : 'not-a-picture');
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });
}
