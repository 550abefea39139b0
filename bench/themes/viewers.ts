import { WebSocket } from 'ws';
import { cookieHeader, type Product } from '../../scripts/run-product.ts';
import { startNginx } from '../nginx.ts';
import { residentBytes, treeCpuSeconds } from '../process-cpu.ts';
import { atMost, type BenchRow, median, ratioAtMost, shown } from '../row.ts';
import {
  type MjpegSource,
  pause,
  startMjpegSource,
  startViewers,
  type Viewers,
} from '../sources.ts';
import { readyCameras, runWall } from '../wall-product.ts';

const viewers = 50;
const slowViewers = 8;
const settleMs = 3000;
const sampleMs = 4000;
const samples = 3;
const mebibyte = 1024 * 1024;

interface Stream {
  readonly cameraId: string;
  readonly streamId: string;
}

async function onlyStream(product: Product): Promise<Stream> {
  const [camera] = await readyCameras(product, 1);
  const stream = camera?.streams.find(({ kind }) => kind === 'mjpeg');
  if (!camera || !stream) throw new Error('The measurement camera has no MJPEG stream.');
  return { cameraId: camera.id, streamId: stream.id };
}

/** Processor seconds per delivered gigabit, median of some samples. */
async function cpuPerGigabit(pid: number, load: Viewers): Promise<number> {
  await pause(settleMs);
  const figures: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const [cpu, bytes] = [treeCpuSeconds(pid), await load.receivedBytes()];
    await pause(sampleMs);
    const gigabits = (((await load.receivedBytes()) - bytes) * 8) / 1e9;
    figures.push((treeCpuSeconds(pid) - cpu) / gigabits);
  }
  load.stop();
  return median(figures);
}

async function upstreams(source: MjpegSource): Promise<number> {
  const reply = await fetch(`http://127.0.0.1:${source.value.http}/connections`);
  return Number(await reply.text());
}

/** What a viewer that never reads adds to the proxy's memory, each, MiB. */
async function slowViewerCost(product: Product, stream: Stream): Promise<number> {
  const before = residentBytes(product.pid());
  const cookie = cookieHeader(await product.signIn());
  let watching = 0;
  const sockets = Array.from({ length: slowViewers }, () => {
    const socket = new WebSocket(`${product.origin.replace('http', 'ws')}/ws/frames`, [], {
      origin: product.origin,
      headers: { cookie },
    });
    socket.on('error', () => undefined);
    socket.on('open', () => {
      socket.send(JSON.stringify({ type: 'watch', tile: 'slow', ...stream }));
      socket.pause();
      watching += 1;
    });
    return socket;
  });
  let highest = before;
  for (let sample = 0; sample < 16; sample += 1) {
    await pause(250);
    highest = Math.max(highest, residentBytes(product.pid()));
  }
  for (const socket of sockets) socket.terminate();
  if (watching < slowViewers) throw new Error(`Only ${watching} slow viewers could connect.`);
  return (highest - before) / slowViewers / mebibyte;
}

/** Many viewers of one 1280x720 camera at 25 frames a second. */
export async function viewersTheme(): Promise<readonly BenchRow[]> {
  const source = await startMjpegSource(25, 1280, 720);
  const product = await runWall(source.value.http, 1);
  const nginx = await startNginx(source.value.http);
  try {
    const stream = await onlyStream(product);
    const load = startViewers([
      'ws',
      `${product.origin.replace('http', 'ws')}/ws/frames`,
      String(viewers),
      cookieHeader(await product.signIn()),
      stream.cameraId,
      stream.streamId,
    ]);
    await pause(settleMs);
    const connections = await upstreams(source);
    const ours = await cpuPerGigabit(product.pid(), load);
    const slow = await slowViewerCost(product, stream);
    const name = `proxy CPU, ${viewers} viewers of 1280x720 at 25 fps`;
    const rows = [
      atMost(`upstreams for ${viewers} viewers`, connections, 'upstream', 1),
      atMost('memory of a viewer that never reads', slow, 'MiB', 8),
    ];
    if (!nginx) return [...rows, shown(name, ours, 's/Gbit', 'no nginx on this machine')];
    const theirs = await cpuPerGigabit(
      nginx.pid,
      startViewers(['http', `${nginx.origin}/1.mjpeg`, String(viewers)]),
    );
    return [...rows, ratioAtMost(name, ours, 's/Gbit', theirs, 0.3)];
  } finally {
    nginx?.stop();
    await product.stop();
    await source.stop();
  }
}
