import type { ServerResponse } from 'node:http';
import type { Fault } from '../device.ts';
import type { LivePicture, PictureListener } from './live-picture.ts';

const boundary = 'ipcamera';
const wrongLengthExcess = 1777;
/** A viewer that leaves this much unread is cut off. */
const mostWaitingBytes = 1024 * 1024;
const endlessChunk = Buffer.alloc(64 * 1024, 0x41);
const htmlPage = '<html><head><title>Login</title></head><body>Please log in.</body></html>';

/** Milliseconds between pictures for `rate=`, from the vendor's later document: 0 full … 23 one in 5 s. */
const rateMs: Readonly<Record<number, number>> = {
  0: 0,
  1: 50,
  3: 67,
  6: 100,
  11: 200,
  12: 250,
  13: 333,
  14: 500,
  15: 667,
  17: 1000,
  19: 2000,
  21: 3000,
  23: 5000,
};

/** The wait of the largest known rate code at or below the one asked for. */
export function intervalOfRate(rate: number): number {
  const code = Object.keys(rateMs)
    .map(Number)
    .filter((known) => known <= rate)
    .at(-1);
  return code === undefined ? 0 : (rateMs[code] ?? 0);
}

/** Half the picture, where a fault wants that. */
export function cut(jpeg: Buffer, fault: Fault): Buffer {
  return fault === 'truncated-picture' ? jpeg.subarray(0, jpeg.length >> 1) : jpeg;
}

/** The length to state, null for none. */
export function toldLength(jpeg: Buffer, fault: Fault): number | null {
  if (fault === 'no-content-length') return null;
  return fault === 'wrong-content-length' ? jpeg.length + wrongLengthExcess : jpeg.length;
}

/** One part of the stream: boundary, type, length, picture. */
function writePart(jpeg: Buffer, fault: Fault): Buffer {
  const picture = cut(jpeg, fault);
  const length = toldLength(picture, fault);
  const lengthLine = length === null ? '' : `Content-Length: ${length}\r\n`;
  const head = `--${boundary}\r\nContent-Type: image/jpeg\r\n${lengthLine}\r\n`;
  return Buffer.concat([Buffer.from(head), picture, Buffer.from('\r\n')]);
}

/** A body that never ends, as fast as the reader takes it. */
function sendEndless(response: ServerResponse): void {
  const fill = (): void => {
    while (!response.destroyed && response.write(endlessChunk)) {
      // Written until the socket's buffer is full; `drain` goes on.
    }
  };
  response.on('drain', fill);
  fill();
}

/** Plays the faults that replace a picture altogether; true when it has. */
export function answeredByFault(response: ServerResponse, fault: Fault, type: string): boolean {
  if (fault === 'html-instead-of-picture') {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': htmlPage.length });
    response.end(htmlPage);
    return true;
  }
  if (fault === 'endless-body') {
    response.writeHead(200, { 'Content-Type': type });
    sendEndless(response);
    return true;
  }
  return false;
}

export const streamType = `multipart/x-mixed-replace;boundary=${boundary}`;

/** Sends pictures until the viewer leaves; `fault` is asked anew for every part. */
export function sendStream(
  response: ServerResponse,
  picture: LivePicture,
  rate: number,
  now: () => number,
  fault: () => Fault,
): void {
  const intervalMs = intervalOfRate(rate);
  let nextMs = 0;
  response.writeHead(200, { 'Content-Type': streamType, 'Cache-Control': 'no-cache' });
  const listener: PictureListener = (jpeg) => {
    const current = fault();
    if (current === 'stalled' || now() < nextMs) return;
    if (response.writableLength > mostWaitingBytes) return void response.destroy();
    nextMs = intervalMs === 0 ? 0 : Math.max(nextMs + intervalMs, now());
    response.write(writePart(jpeg, current));
  };
  response.on('close', () => picture.leave(listener));
  response.flushHeaders();
  picture.watch(listener);
}
