import { setTimeout as pause } from 'node:timers/promises';
import { HeadWatch } from '../scripts/head-watch.ts';
import type { Product } from '../scripts/run-product.ts';
import { SteeringClient } from '../scripts/steering-client.ts';
import { idsOf, type TurningCamera, turningCameras } from '../scripts/turning-cameras.ts';
import type { PtzVelocity } from '../src/domain/ptz.ts';
import type { LoggedCommand } from '../src/simulated-devices/control/command-desk.ts';
import { expect, test } from './support/test.ts';
import { readyCameras } from './support/wall.ts';

test.use({ siteName: 'contended' });

/** How long two people pull at one camera. */
const contentionMs = 8000;
const changeEveryMs = 150;
const cameras = turningCameras.filter(({ name }) => ['Main gate', 'Workshop'].includes(name));

/** Of whom a command to move is: one of them only pans, the other only tilts. */
function moverOf({ parameters }: LoggedCommand): 'pans' | 'tilts' {
  const { move, command } = parameters;
  const isPan = move === undefined ? Number(command) >= 4 : move.split(',')[0] !== '0';
  return isPan ? 'pans' : 'tilts';
}

/** Moves to and fro on one axis for as long as the other does, in ever new speeds. */
async function pull(
  client: SteeringClient,
  cameraId: string,
  axis: 'pan' | 'tilt',
  untilMs: number,
): Promise<void> {
  for (let change = 0; Date.now() < untilMs; change += 1) {
    const velocity: Partial<PtzVelocity> = { [axis]: change % 2 === 0 ? 0.3 : -0.3 };
    client.hold(cameraId, velocity);
    await pause(changeEveryMs);
  }
  client.letGo();
}

/** Whose commands moved the camera, one entry for each uninterrupted time. */
function turnsOf(log: readonly LoggedCommand[]): string[] {
  const movers = log.filter(({ kind }) => kind === 'move').map(moverOf);
  return movers.filter((mover, index) => mover !== movers[index - 1]);
}

test('of two people one steers, and nothing of the other comes between', {
  tag: ['@control', '@alone'],
}, async ({ product, site }) => {
  await readyCameras(product);
  const heads = new HeadWatch(site.value.controlOrigin);
  const ids = await idsOf(product, cameras);
  await Promise.all(
    cameras.map((camera, index) => contend(product, heads, camera, ids[index] ?? '')),
  );
});

async function contend(
  product: Product,
  heads: HeadWatch,
  camera: TurningCamera,
  cameraId: string,
): Promise<void> {
  const one = await openAs(product, 'operator', cameraId);
  const two = await openAs(product, 'supervisor', cameraId);
  const log = () => heads.control.commands(camera.device, camera.camera);

  one.hold(cameraId, { pan: 0.3 });
  await heads.moves(camera);
  const untilMs = Date.now() + contentionMs;
  await Promise.all([pull(one, cameraId, 'pan', untilMs), pull(two, cameraId, 'tilt', untilMs)]);
  const moves = (await log()).filter(({ kind }) => kind === 'move');
  expect(moves.length).toBeGreaterThan(10);
  expect(turnsOf(moves)).toEqual(['pans']);
  expect(new Set(two.refusals)).toEqual(new Set(['steered-by-other']));
  expect(one.refusals).toEqual([]);
  console.log(
    `${camera.protocol}: ${moves.length} commands of one, none of the other, who was refused ${two.refusals.length} times`,
  );

  await takeOver(heads, camera, cameraId, one, two);
  const all = await log();
  expect(turnsOf(all)).toEqual(['pans', 'tilts']);
  // The camera stood before it obeyed the next one.
  const handOver = all.findIndex((entry) => entry.kind === 'move' && moverOf(entry) === 'tilts');
  expect(all[handOver - 1]?.kind).toBe('stop');
  await Promise.all([one.close(), two.close()]);
}

/** The supervisor takes the camera in the middle of a movement, which the other goes on asking for. */
async function takeOver(
  heads: HeadWatch,
  camera: TurningCamera,
  cameraId: string,
  one: SteeringClient,
  two: SteeringClient,
): Promise<void> {
  one.hold(cameraId, { pan: -0.3 });
  await heads.moves(camera);
  two.ask({ type: 'take-over', cameraId });
  await expect.poll(() => two.steeringOf(cameraId)?.holder?.own, { intervals: [20] }).toBe(true);
  two.hold(cameraId, { tilt: 0.3 });
  await heads.moves(camera);
  await expect.poll(() => one.refusals, { intervals: [20] }).toContain('steered-by-other');
  two.stop(cameraId);
  await heads.standsAtMs(camera);
  one.letGo();
}

async function openAs(
  product: Product,
  role: 'operator' | 'supervisor',
  cameraId: string,
): Promise<SteeringClient> {
  const client = await SteeringClient.open(product, await product.signIn(role));
  client.ask({ type: 'attend', cameraId });
  await expect.poll(() => client.steeringOf(cameraId), { intervals: [20] }).toBeDefined();
  return client;
}
