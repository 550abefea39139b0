/**
 * A camera for measurements, in a process of its own: every path ending in `.mjpeg` is an endless
 * multipart stream, all in step with the wall clock. The pictures of a whole minute are drawn and
 * encoded before the first request, so that serving them costs next to nothing. `/connections`
 * answers how many streams are open.
 * Arguments: frames per second, width, height. Prints the HTTP and HTTP/2 ports as JSON.
 */
import { createServer, type Server, type ServerResponse } from 'node:http';
import { createSecureServer, type Http2SecureServer, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { createCanvas } from '@napi-rs/canvas';
import { namesOfMachine } from '../src/proxy/tls/machine-names.ts';
import { makeAuthority, makeLeaf } from '../src/proxy/tls/make-certificates.ts';
import { writeWatermark } from '../src/simulated-devices/watermark.ts';

const [fps = 10, width = 640, height = 360] = process.argv.slice(2).map(Number);
const framesPerMinute = fps * 60;
const frameIntervalMs = 1000 / fps;
const boundary = 'bench';

function background(): Buffer {
  const canvas = createCanvas(width, height);
  const brush = canvas.getContext('2d');
  // Detail so that a picture weighs what one of a camera does: about 30 KB at 640x360.
  for (let y = 0; y < height; y += 4) {
    for (let x = 0; x < width; x += 4) {
      const shade = 90 + ((x * 7 + y * 13 + ((x * y) % 31)) % 64);
      brush.fillStyle = `rgb(${shade}, ${shade + 12}, ${shade + 24})`;
      brush.fillRect(x, y, 4, 4);
    }
  }
  return canvas.toBuffer('image/png');
}

async function drawMinute(): Promise<Buffer[]> {
  const { loadImage } = await import('@napi-rs/canvas');
  const scene = await loadImage(background());
  const canvas = createCanvas(width, height);
  const brush = canvas.getContext('2d');
  const parts: Buffer[] = [];
  for (let frame = 0; frame < framesPerMinute; frame += 1) {
    brush.drawImage(scene, 0, 0);
    brush.fillStyle = '#e0503c';
    const swing = (frame % (fps * 4)) / (fps * 4);
    brush.fillRect(swing * width, height * 0.4, width / 8, height / 4);
    writeWatermark(brush, width, { camera: 1, millisecondOfMinute: frame * frameIntervalMs });
    const jpeg = canvas.toBuffer('image/jpeg', 70);
    const head = `--${boundary}\r\nContent-Type: image/jpeg\r\nContent-Length: ${jpeg.length}\r\n\r\n`;
    parts.push(Buffer.concat([Buffer.from(head), jpeg, Buffer.from('\r\n')]));
  }
  return parts;
}

const parts = await drawMinute();
const listeners = new Set<ServerResponse | Http2ServerResponse>();

function answer(
  request: { url?: string | undefined },
  response: ServerResponse | Http2ServerResponse,
): void {
  if (request.url === '/connections') {
    response.writeHead(200).end(String(listeners.size));
    return;
  }
  if (!request.url?.endsWith('.mjpeg')) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': `multipart/x-mixed-replace;boundary=${boundary}`,
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
  });
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

function sendFrame(): void {
  // Rounded, because a timer may fire just before its time: that is the same picture, not the last.
  const frame = Math.round(Date.now() / frameIntervalMs);
  const part = parts[frame % framesPerMinute];
  if (part) {
    for (const listener of listeners) {
      if (listener.writableLength < 4 * part.length) (listener as ServerResponse).write(part);
    }
  }
  setTimeout(sendFrame, Math.max(1, (frame + 1) * frameIntervalMs - Date.now()));
}

function listen(server: Server | Http2SecureServer): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

const names = namesOfMachine([], []);
const { key, certificate } = await makeLeaf(
  await makeAuthority(names, Date.now()),
  names,
  Date.now(),
);
const http = await listen(createServer(answer));
const http2 = await listen(
  createSecureServer(
    {
      key,
      cert: certificate,
      settings: { maxConcurrentStreams: 256 },
    },
    answer,
  ),
);
sendFrame();
console.log(JSON.stringify({ http, http2 }));
process.on('disconnect', () => process.exit(0));
