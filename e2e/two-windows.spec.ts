import type { Page } from '@playwright/test';
import { type Product, runProduct, type SeededDevice } from '../scripts/run-product.ts';
import type { CameraView } from '../src/api/camera.ts';
import { expectMoving, type Watched } from './support/motion.ts';
import {
  type RecorderFront,
  startRecorderFront,
  withoutStreams,
} from './support/recorder-front.ts';
import { expect, test } from './support/test.ts';
import { openWall, readyCameras, saveWall, tileOf, timeCalls } from './support/wall.ts';

/** One tile of the wall: how its camera is reached, and what must then be shown in which way. */
interface Source {
  readonly device: SeededDevice;
  readonly painted: number | null;
  readonly kind: 'mjpeg' | 'flv' | 'hls' | 'jpeg' | 'page';
}

const wallSize = 16;

/** Four cameras of each kind but the page, every source as a device of its own. */
function sourcesOf(devices: readonly SeededDevice[]): Source[] {
  const [recorder, ...cameras] = devices;
  if (recorder === undefined) throw new Error('the site has no recorder');
  const plain = (source: SeededDevice, entryTarget: string): SeededDevice => ({
    ...source,
    protocol: 'plain-stream',
    entryTarget,
  });
  const painted = (index: number) => 11 + index;
  return [
    ...cameras.map((camera, index): Source => {
      return { device: camera, painted: painted(index), kind: 'mjpeg' };
    }),
    ...cameras.map((camera, index): Source => {
      return { device: plain(camera, '/snapshot.cgi'), painted: painted(index), kind: 'jpeg' };
    }),
    ...[1, 2, 3, 4].map((channel): Source => {
      const target = `/hls/ch${channel}sub/index.m3u8`;
      return { device: plain(recorder, target), painted: channel, kind: 'hls' };
    }),
    ...[5, 6, 8].map((channel): Source => {
      const target = `/live?port=1935&app=live&stream=ch${channel}sub`;
      return { device: plain(recorder, target), painted: channel, kind: 'flv' };
    }),
  ].map((source) => ({ ...source, device: { ...source.device, name: nameOf(source) } }));
}

const nameOf = ({ kind, painted }: Source) => `${kind} of ${painted}`;

test.describe('one wall in two windows', { tag: ['@live', '@alone'] }, () => {
  // Higher than the pictures, so that no label of a tile lies over what is painted into them.
  test.use({
    viewport: { width: 1280, height: 1100 },
    // Thirty-two pictures that the processor decodes may keep a segment past its time; the player
    // asks again, and whether its tile moves is asserted.
    allowedFaults: [/hls\/.*status of 504|status of 504 .*\/hls\//],
  });

  let pages: RecorderFront;
  let mixed: Product;
  let sources: Source[];

  test.beforeAll(async ({ site }) => {
    const [recorder] = site.value.devices;
    pages = await startRecorderFront(recorder?.origin ?? '', withoutStreams);
    sources = sourcesOf(site.value.devices);
    const paged: SeededDevice = {
      name: 'page of a recorder',
      protocol: 'tsapi',
      username: recorder?.username ?? '',
      password: recorder?.password ?? '',
      origin: pages.origin,
    };
    mixed = await runProduct([...sources.map(({ device }) => device), paged]);
  });

  test.afterAll(async () => {
    await mixed.stop();
    await pages.stop();
  });

  test('moves in sixteen tiles of every transport, and the server answers in both', async ({
    page,
    context,
  }) => {
    const listed = await readyCameras(mixed, sources.length + 8);
    const direct = sources.map((source) => {
      const found = listed.find(({ deviceName }) => deviceName === source.device.name);
      return { ...source, camera: found as CameraView };
    });
    const paged = listed.find(({ deviceName }) => deviceName === 'page of a recorder');
    const tiles = [
      ...direct,
      { camera: paged as CameraView, painted: null, kind: 'page' as const },
    ];
    expect(tiles.filter(({ camera }) => camera === undefined)).toEqual([]);
    expect(tiles).toHaveLength(wallSize);

    const cameras = tiles.map(({ camera }) => camera);
    const viewId = await saveWall(mixed, { name: 'Mixed', layout: '16', cameras });
    const second = await context.newPage();
    await openWall(page, mixed, viewId);
    await openWall(second, mixed, viewId);

    const all = tiles.map(({ camera, painted, kind }): Watched => {
      return { id: camera.id, name: `${kind} ${camera.name}`, painted };
    });
    for (const each of [page, second]) await expectMoving(each, all, 20_000);
    for (const each of [page, second]) await expectShownKinds(each, tiles);

    const [times, timesOfSecond] = await Promise.all([timeCalls(page, 40), timeCalls(second, 40)]);
    for (const each of [times, timesOfSecond]) {
      // Used-up connections would let a call hang for good. How fast one is beside so many pictures
      // that the processor decodes is for the bench to say.
      expect(each[Math.floor(each.length * 0.5)]).toBeLessThan(1000);
      expect(each.at(-1)).toBeLessThan(5000);
    }
    // Still moving after the calls, in the window that was looked at first as well.
    for (const each of [second, page]) await expectMoving(each, all, 20_000);
  });
});

/** Every tile plays the kind of stream that its camera alone offers, and none has fallen back. */
async function expectShownKinds(
  page: Page,
  tiles: readonly { readonly camera: CameraView; readonly kind: Source['kind'] }[],
): Promise<void> {
  const players = { mjpeg: 'frames', jpeg: 'frames', flv: 'webcodecs', hls: 'hls', page: 'page' };
  for (const { camera, kind } of tiles) {
    const tile = tileOf(page, camera);
    await expect(tile).toHaveAttribute('data-player', players[kind]);
    await expect(tile).toHaveAttribute('data-stream', new RegExp(kind));
  }
}
