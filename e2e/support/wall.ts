import type { Page } from '@playwright/test';
import type { Product } from '../../scripts/run-product.ts';
import type { CameraView } from '../../src/api/camera.ts';
import { routes } from '../../src/api/routes.ts';
import type { ViewContent } from '../../src/api/view.ts';
import type { AlarmPolicy, View, WallLayout } from '../../src/domain/view.ts';
import { enterOnce } from './sign-in.ts';
import { expect } from './test.ts';

async function readJson<T>(product: Product, path: string): Promise<T> {
  const reply = await product.ask(path);
  expect(reply.status, path).toBe(200);
  return (await reply.json()) as T;
}

/** The cameras by their number, once there are `count` that the condition holds for. */
export async function readCameras(
  product: Product,
  count: number,
  holds: (camera: CameraView) => boolean = () => true,
): Promise<CameraView[]> {
  let found: CameraView[] = [];
  await expect
    .poll(
      async () => {
        const { cameras } = await readJson<{ cameras: CameraView[] }>(product, routes.cameras);
        found = cameras.filter(holds).sort((a, b) => a.number - b.number);
        return found.length;
      },
      { timeout: 40_000, intervals: [100, 250, 500] },
    )
    .toBeGreaterThanOrEqual(count);
  return found;
}

/** The cameras by their number, once `count` of them are connected and have streams. */
export function readyCameras(product: Product, count = 12): Promise<CameraView[]> {
  return readCameras(
    product,
    count,
    ({ state, streams }) => state === 'connected' && streams.length > 0,
  );
}

export function cameraNamed(cameras: readonly CameraView[], name: string): CameraView {
  const found = cameras.find((camera) => camera.name === name);
  if (found === undefined) throw new Error(`no camera ${name}`);
  return found;
}

export async function readView(product: Product, viewId: string): Promise<View> {
  const { views } = await readJson<{ views: View[] }>(product, routes.views);
  const view = views.find(({ id }) => id === viewId);
  if (view === undefined) throw new Error(`no view ${viewId}`);
  return view;
}

export interface NewWall {
  readonly name: string;
  readonly layout: WallLayout;
  /** By tile; null leaves the tile empty. */
  readonly cameras: readonly (Pick<CameraView, 'id'> | null)[];
  readonly alarmPolicy?: AlarmPolicy;
}

/** Saves a view of its own for a test; answers its id. */
export async function saveWall(product: Product, wall: NewWall): Promise<string> {
  const content: ViewContent = {
    name: wall.name,
    layout: wall.layout,
    cells: wall.cameras.map((camera) =>
      camera === null ? null : { cameraId: camera.id, fit: 'contain', quality: 'auto' },
    ),
    alarmPolicy: wall.alarmPolicy ?? 'border',
  };
  const reply = await product.ask(routes.views, {
    method: 'POST',
    body: JSON.stringify(content),
  });
  expect(reply.ok, await reply.clone().text()).toBe(true);
  return ((await reply.json()) as View).id;
}

export async function openWall(page: Page, product: Product, viewId: string): Promise<void> {
  await enterOnce(page.context(), product);
  await page.goto(`${product.origin}/live/${viewId}`);
  await expect(page.getByRole('grid')).toBeVisible();
}

/** The picture of a camera on a page, with its words. */
export function tileOf(page: Page, camera: Pick<CameraView, 'id'>) {
  return page.locator(`[data-camera="${camera.id}"]`);
}

/** How long each of `count` rounds of the three lists takes in a page, ms, slowest last. */
export async function timeCalls(page: Page, count: number): Promise<number[]> {
  const paths = [routes.site, routes.cameras, routes.views];
  return page.evaluate(
    async ({ paths, count }) => {
      const times: number[] = [];
      for (let call = 0; call < count; call += 1) {
        const startedMs = performance.now();
        const reply = await fetch(paths[call % paths.length] ?? '', { cache: 'no-store' });
        await reply.json();
        times.push(performance.now() - startedMs);
      }
      return times.sort((a, b) => a - b);
    },
    { paths, count },
  );
}
