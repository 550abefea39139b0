import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type Product, runProduct, runSite } from '../../scripts/run-product.ts';
import { SiteControl } from '../../scripts/site-control.ts';
import { cameraListSchema } from '../../src/api/camera.ts';
import { exportSchema } from '../../src/api/exports.ts';
import { routes } from '../../src/api/routes.ts';
import { atMost, type BenchRow, shown } from '../row.ts';
import { readyCameras } from '../wall-product.ts';

const recorder = 'Riverside recorder';
const largeBytes = 2 * 1024 ** 3;
const smallBytes = 32 * 1024 ** 2;
const mebibyte = 1024 ** 2;
const lookEveryMs = 100;
const hourMs = 3_600_000;

function residentBytes(pid: number): number {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024;
}

/** The first channel of the recorder. */
async function firstOf(product: Product): Promise<string> {
  const listed = cameraListSchema.parse(await (await product.ask(routes.cameras)).json());
  return listed.cameras.find(({ name }) => name === 'Main gate')?.id ?? '';
}

const lengthOf = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => toMs - fromMs;

interface Run {
  readonly mostBytes: number;
  readonly seconds: number;
}

/** Exports a few seconds, and looks at the memory of the proxy while it does. */
async function run(product: Product, cameraId: string, fromMs: number): Promise<Run> {
  const startedMs = performance.now();
  const words = { name: 'Bench', submitter: '', recipient: '', purpose: '' };
  const order = { cameraIds: [cameraId], fromMs, toMs: fromMs + 10_000, subtitles: 'none' };
  const made = await product.ask(routes.exports, {
    method: 'POST',
    body: JSON.stringify({ ...words, ...order, partBytes: null, password: null }),
  });
  const { id } = exportSchema.parse(await made.json());
  let mostBytes = 0;
  for (;;) {
    mostBytes = Math.max(mostBytes, residentBytes(product.pid()));
    const reply = await product.ask(routes.exportOf(id));
    const { state, cameras } = exportSchema.parse(await reply.json());
    if (state === 'failed') throw new Error(`failed: ${JSON.stringify(cameras)}`);
    if (state === 'done') {
      const seconds = (performance.now() - startedMs) / 1000;
      await product.ask(routes.exportOf(id), { method: 'DELETE' });
      return { mostBytes, seconds };
    }
    await setTimeout(lookEveryMs);
  }
}

/** What a large export takes of the proxy's memory, above what it takes when it rests. */
export async function exportsTheme(): Promise<readonly BenchRow[]> {
  const site = await runSite();
  const product = await runProduct(site.value.devices);
  try {
    const control = new SiteControl(site.value.controlOrigin);
    await readyCameras(product, 12);
    const cameraId = await firstOf(product);
    const range = { fromMs: Date.now() - 24 * hourMs, toMs: Date.now() - hourMs };
    const recorded = await control.recordings(recorder, 1, range);
    const [last] = recorded.toSorted((one, other) => lengthOf(other) - lengthOf(one));
    const fromMs = (last?.fromMs ?? 0) + 5000;
    await control.disturbExports(recorder, { sizeBytes: smallBytes });
    const idleBytes = residentBytes(product.pid());
    const small = await run(product, cameraId, fromMs);
    await control.disturbExports(recorder, { sizeBytes: largeBytes });
    const large = await run(product, cameraId, fromMs);
    const above = (bytes: number) => (bytes - idleBytes) / mebibyte;
    return [
      atMost('growth of the proxy with an export of 2 GiB', above(large.mostBytes), 'MiB', 64),
      shown('the same with one of 32 MiB', above(small.mostBytes), 'MiB'),
      shown('its speed', largeBytes / mebibyte / large.seconds, 'MiB/s'),
    ];
  } finally {
    await product.stop();
    await site.stop();
  }
}
