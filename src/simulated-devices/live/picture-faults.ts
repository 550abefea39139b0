import type { ServerResponse } from 'node:http';
import type { Fault } from '../device.ts';

const wrongLengthExcess = 1777;
const endlessChunk = Buffer.alloc(64 * 1024, 0x41);
const htmlPage = '<html><head><title>Login</title></head><body>Please log in.</body></html>';

/** Half the picture, where a fault wants that. */
export function cut(picture: Buffer, fault: Fault): Buffer {
  return fault === 'truncated-picture' ? picture.subarray(0, picture.length >> 1) : picture;
}

/** The length to state, null for none. */
export function toldLength(picture: Buffer, fault: Fault): number | null {
  if (fault === 'no-content-length') return null;
  return fault === 'wrong-content-length' ? picture.length + wrongLengthExcess : picture.length;
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
