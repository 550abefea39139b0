import type { ServerResponse } from 'node:http';
import { muLaw } from './mu-law.ts';

const samplesPerSecond = 8000;
const chunkMs = 100;
const amplitude = 9000;
/** A listener that leaves this much unread is cut off. */
const mostWaitingBytes = 64 * 1024;

/** A steady tone, the same at an instant for all who listen. */
function toneSamples(hertz: number, firstSample: number, count: number): Buffer {
  const radians = (2 * Math.PI * hertz) / samplesPerSecond;
  return Buffer.from(
    Array.from({ length: count }, (_, index) =>
      muLaw(amplitude * Math.sin(radians * ((firstSample + index) % samplesPerSecond))),
    ),
  );
}

export interface AudioStreamOptions {
  /** A whole number, so that a second ends where the next begins. */
  readonly hertz: number;
  readonly now: () => number;
  /** While silent, the socket stays open and nothing is sent. */
  readonly state: () => 'playing' | 'silent' | 'ended';
}

/** Sends a tone in step with the clock until the listener leaves. */
export function sendTone(response: ServerResponse, options: AudioStreamOptions): void {
  const { hertz, now, state } = options;
  response.writeHead(200, { 'Content-Type': 'audio/basic', 'Cache-Control': 'no-cache' });
  response.flushHeaders();
  let sent = Math.floor((now() * samplesPerSecond) / 1000);
  const timer = setInterval(() => {
    const due = Math.floor((now() * samplesPerSecond) / 1000);
    const count = Math.min(due - sent, samplesPerSecond);
    if (count <= 0) return;
    if (state() === 'ended' || response.writableLength > mostWaitingBytes)
      return void response.destroy();
    if (state() === 'playing') response.write(toneSamples(hertz, sent, count));
    sent = due;
  }, chunkMs);
  response.on('close', () => clearInterval(timer));
}
