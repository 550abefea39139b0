import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** ffmpeg is no part of the product; where a machine has it, it is one more maker of streams. */
export function hasFfmpeg(): boolean {
  return spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0;
}

export interface FfmpegRelay {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

const boundary = '--ffmpeg';

/**
 * MJPEG as ffmpeg sends it over HTTP: its multipart muxer, its boundary and its untyped content
 * type. Its own server ends after one viewer, so a server here passes its bytes on to all.
 * @param source any address that ffmpeg reads
 */
export async function runFfmpegMjpeg(source: URL): Promise<FfmpegRelay> {
  const quick = ['-fflags', 'nobuffer', '-analyzeduration', '500000'];
  const out = ['-an', '-fps_mode', 'passthrough', '-q:v', '4', '-f', 'mpjpeg', 'pipe:1'];
  const child = spawn('ffmpeg', ['-loglevel', 'error', ...quick, '-i', source.href, ...out], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const waiting = new Set<ServerResponse>();
  const joined = new Set<ServerResponse>();
  child.stdout.on('data', (chunk: Buffer) => {
    for (const viewer of joined) viewer.write(chunk);
    const begin = chunk.indexOf(boundary);
    if (begin === -1) return;
    for (const viewer of waiting) {
      viewer.write(chunk.subarray(begin));
      joined.add(viewer);
    }
    waiting.clear();
  });
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    waiting.add(response);
    response.on('close', () => {
      waiting.delete(response);
      joined.delete(response);
    });
  });
  server.listen(0, '127.0.0.1');
  await Promise.all([once(server, 'listening'), once(child.stdout, 'data')]);
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/gate.mjpg`,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      server.closeAllConnections();
      server.close();
    },
  };
}
