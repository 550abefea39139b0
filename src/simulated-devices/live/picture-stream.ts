import type { ServerResponse } from 'node:http';
import type { Fault } from '../device.ts';
import type { LivePicture, PictureListener } from './live-picture.ts';
import { cut, toldLength } from './picture-faults.ts';

/** A viewer that leaves this much unread is cut off. */
const mostWaitingBytes = 1024 * 1024;

export interface PictureStreamOptions {
  readonly boundary: string;
  /** Between two pictures; 0 sends all that are drawn. */
  readonly intervalMs: number;
  readonly now: () => number;
  /** Asked anew for every part. */
  readonly fault: () => Fault;
}

export function multipartType(boundary: string): string {
  return `multipart/x-mixed-replace;boundary=${boundary}`;
}

/** One part of a multipart stream: boundary, type, length, content. */
export function writePart(boundary: string, type: string, content: Buffer, fault: Fault): Buffer {
  const body = cut(content, fault);
  const length = toldLength(body, fault);
  const lengthLine = length === null ? '' : `Content-Length: ${length}\r\n`;
  const head = `--${boundary}\r\nContent-Type: ${type}\r\n${lengthLine}\r\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n')]);
}

/** Sends pictures until the viewer leaves. */
export function sendPictureStream(
  response: ServerResponse,
  picture: LivePicture,
  { boundary, intervalMs, now, fault }: PictureStreamOptions,
): void {
  let nextMs = now();
  response.writeHead(200, {
    'Content-Type': multipartType(boundary),
    'Cache-Control': 'no-cache',
  });
  const listener: PictureListener = (jpeg) => {
    const current = fault();
    if (current === 'offline' || response.writableLength > mostWaitingBytes)
      return void response.destroy();
    if (current === 'stalled' || now() < nextMs) return;
    nextMs = intervalMs === 0 ? 0 : Math.max(nextMs + intervalMs, now());
    response.write(writePart(boundary, 'image/jpeg', jpeg, current));
  };
  response.on('close', () => picture.leave(listener));
  response.flushHeaders();
  picture.watch(listener);
}
