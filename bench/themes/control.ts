import { HeadWatch } from '../../scripts/head-watch.ts';
import { type Product, runProduct, runSite } from '../../scripts/run-product.ts';
import { SteeringClient } from '../../scripts/steering-client.ts';
import {
  idsOf,
  namedAfter,
  type TurningCamera,
  turningCameras,
} from '../../scripts/turning-cameras.ts';
import { lapseMs } from '../../src/api/control.ts';
import type { LoggedCommand } from '../../src/simulated-devices/control/command-desk.ts';
import { startBrowser } from '../browser.ts';
import { coresBusy } from '../process-cpu.ts';
import { atMost, type BenchRow, quantile, shown } from '../row.ts';
import { readyCameras } from '../wall-product.ts';

const presses = 30;
const lapses = 5;
const heldMs = 300;
const busyMs = 8000;
const prefixes = ['', 'East '] as const;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Delays {
  readonly press: number[];
  readonly release: number[];
}

/** The first command of a kind that a device noted at or after a moment; it is asked until there is one. */
async function nextCommand(
  heads: HeadWatch,
  { device, camera }: TurningCamera,
  kind: LoggedCommand['kind'],
  sinceMs: number,
): Promise<number> {
  const endsAtMs = Date.now() + 5000;
  while (Date.now() < endsAtMs) {
    const found = (await heads.control.commands(device, camera)).find(
      (command) => command.kind === kind && command.atMs >= sinceMs,
    );
    if (found) return found.atMs;
    await pause(20);
  }
  throw new RangeError(`${device} was sent no ${kind}`);
}

/** Presses and lets go again and again; how long until the device noted the one and the other. */
async function pressAndRelease(
  heads: HeadWatch,
  camera: TurningCamera,
  press: (toTheRight: boolean) => Promise<number> | number,
  release: () => Promise<number> | number,
): Promise<Delays> {
  const delays: Delays = { press: [], release: [] };
  for (let number = 0; number < presses; number += 1) {
    const pressedAtMs = await press(number % 2 === 0);
    await pause(heldMs);
    delays.press.push((await nextCommand(heads, camera, 'move', pressedAtMs)) - pressedAtMs);
    const releasedAtMs = await release();
    delays.release.push((await nextCommand(heads, camera, 'stop', releasedAtMs)) - releasedAtMs);
    await heads.standsAtMs(camera);
  }
  return delays;
}

async function bySocket(
  product: Product,
  heads: HeadWatch,
  camera: TurningCamera,
): Promise<Delays> {
  const [cameraId = ''] = await idsOf(product, [camera]);
  const client = await SteeringClient.open(product, await product.signIn('operator'));
  const press = (toTheRight: boolean) => {
    const atMs = Date.now();
    client.hold(cameraId, { pan: toTheRight ? 0.5 : -0.5 });
    return atMs;
  };
  const release = () => {
    const atMs = Date.now();
    client.stop(cameraId);
    return atMs;
  };
  const delays = await pressAndRelease(heads, camera, press, release);
  await client.close();
  return delays;
}

/** By the buttons of the camera view, in a real browser. */
async function byPage(product: Product, heads: HeadWatch, camera: TurningCamera): Promise<Delays> {
  const [cameraId = ''] = await idsOf(product, [camera]);
  const browser = await startBrowser(product);
  try {
    const page = await browser.open(`${product.origin}/cam/${cameraId}`);
    const endsAtMs = Date.now() + 20_000;
    const isThere = () =>
      page.evaluate(() => document.querySelector('button[aria-label="Right"]') !== null);
    while (!(await isThere())) {
      if (Date.now() > endsAtMs) throw new RangeError('the page shows no pad');
      await pause(100);
    }
    // Its socket is open a moment later.
    await pause(1500);
    const key = (type: string, name: string) =>
      page.evaluate(
        ({ type, name }) => {
          const button = document.querySelector<HTMLElement>(`button[aria-label="${name}"]`);
          button?.focus();
          const atMs = Date.now();
          button?.dispatchEvent(new KeyboardEvent(type, { key: ' ', bubbles: true }));
          return atMs;
        },
        { type, name },
      );
    let held = 'Right';
    const press = (toTheRight: boolean) => {
      held = toTheRight ? 'Right' : 'Left';
      return key('keydown', held);
    };
    return await pressAndRelease(heads, camera, press, () => key('keyup', held));
  } finally {
    await browser.stop();
  }
}

/** From the moment at which a window that fell silent should lapse until its camera was told to stop. */
async function lapseDelays(
  product: Product,
  heads: HeadWatch,
  camera: TurningCamera,
): Promise<number[]> {
  const [cameraId = ''] = await idsOf(product, [camera]);
  const client = await SteeringClient.open(product, await product.signIn('operator'));
  const delays: number[] = [];
  for (let number = 0; number < lapses; number += 1) {
    client.hold(cameraId, { pan: number % 2 === 0 ? 0.5 : -0.5 });
    await heads.moves(camera);
    client.letGo();
    const lapsesAtMs = client.renewedAtMs + lapseMs;
    delays.push((await nextCommand(heads, camera, 'stop', client.renewedAtMs)) - lapsesAtMs);
    await heads.standsAtMs(camera);
  }
  await client.close();
  return delays;
}

/** Cores that the proxy keeps busy while every camera of both sites turns. */
async function busyWhileAllTurn(
  product: Product,
  watches: readonly HeadWatch[],
): Promise<{ cores: number; cameras: number }> {
  const session = await product.signIn('operator');
  const clients: SteeringClient[] = [];
  for (const [site, heads] of watches.entries()) {
    const ids = await idsOf(product, turningCameras, prefixes[site]);
    for (const [index, cameraId] of ids.entries()) {
      const client = await SteeringClient.open(product, session);
      client.hold(cameraId, { pan: 0.1 });
      clients.push(client);
      const camera = turningCameras[index];
      if (camera) await heads.moves(camera);
    }
  }
  const cores = await coresBusy(product.pid(), busyMs);
  await Promise.all(clients.map((client) => client.close()));
  return { cores, cameras: clients.length };
}

/** How soon a camera obeys a hand, and stands once the hand is gone. */
export async function controlTheme(): Promise<readonly BenchRow[]> {
  const sites = await Promise.all(prefixes.map(() => runSite(true)));
  const product = await runProduct(
    sites.flatMap(({ value }, site) => namedAfter(prefixes[site] ?? '', value.devices)),
  );
  try {
    await readyCameras(product, 40);
    const watches = sites.map(({ value }) => new HeadWatch(value.controlOrigin));
    const [heads] = watches;
    if (!heads) return [];
    const rows: BenchRow[] = [];
    const add = (name: string, { press, release }: Delays) => {
      const row = (what: string, delays: readonly number[]) =>
        atMost(`${name}: ${what}, p95 of ${delays.length}`, quantile(delays, 0.95), 'ms', 100);
      rows.push(row('press to command', press), row('release to stop', release));
    };
    const firsts = turningCameras.filter(
      ({ protocol }, index) =>
        turningCameras.findIndex((other) => other.protocol === protocol) === index,
    );
    const late: number[] = [];
    for (const camera of firsts) {
      add(camera.protocol, await bySocket(product, heads, camera));
      late.push(...(await lapseDelays(product, heads, camera)));
    }
    for (const camera of firsts.slice(0, 1)) {
      add(`${camera.protocol} by the page`, await byPage(product, heads, camera));
    }
    rows.push(
      atMost(`lapse to stop, worst of ${late.length}`, Math.max(...late), 'ms', 1500),
      shown(`lapse to stop, p95 of ${late.length}`, quantile(late, 0.95), 'ms'),
    );
    const { cores, cameras } = await busyWhileAllTurn(product, watches);
    rows.push(shown(`proxy CPU, ${cameras} cameras turning`, cores, 'cores'));
    return rows;
  } finally {
    await product.stop();
    await Promise.all(sites.map((site) => site.stop()));
  }
}
