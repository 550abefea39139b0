import type { Page } from '@playwright/test';
import { type Product, runProduct, type SeededDevice } from '../scripts/run-product.ts';
import type { CameraView } from '../src/api/camera.ts';
import type { ChannelState } from '../src/domain/camera.ts';
import { expectMoving, type Watched, watched } from './support/motion.ts';
import { recordingFailed, startRecorderFront } from './support/recorder-front.ts';
import { expect, test } from './support/test.ts';
import {
  cameraNamed,
  openWall,
  readCameras,
  readyCameras,
  saveWall,
  tileOf,
} from './support/wall.ts';

const staleWords = /No new picture for \d+:\d\d/;
/**
 * A stall counts 3 s after the last picture, which came at most a tenth of a second before the
 * fault; the tile looks four times a second, and a busy machine paints late.
 */
const staleWithinMs = 3000 + 1000;
/** A player of segments shows what it has fetched before the source fell silent. */
const segmentsAheadMs = 3000;
const backWithinMs = 5000;

const recorderName = 'Riverside recorder';

test.describe('a tile tells the truth', { tag: '@live' }, () => {
  // Higher than the pictures, so that no label of a tile lies over what is painted into them.
  test.use({
    viewport: { width: 1280, height: 1000 },
    // What a player of segments is refused while its source is away.
    allowedFaults: [/Failed to load resource: .*\/hls\//],
  });

  let truthful: Product;
  let roof: CameraView;
  let yard: CameraView;
  let gate: CameraView;
  let segments: CameraView;

  test.beforeAll(async ({ site }) => {
    const [recorder] = site.value.devices;
    const hls: SeededDevice = {
      ...(recorder as SeededDevice),
      name: 'Segments of the gate',
      protocol: 'plain-stream',
      entryTarget: '/hls/ch1sub/index.m3u8',
    };
    truthful = await runProduct([...site.value.devices, hls]);
  });

  test.afterAll(() => truthful.stop());

  test.beforeEach(async () => {
    const cameras = await readyCameras(truthful, 13);
    roof = cameraNamed(cameras, 'Roof');
    yard = cameraNamed(cameras, 'Yard');
    gate = cameraNamed(cameras, 'Main gate');
    segments = cameras.find(({ deviceName }) => deviceName === 'Segments of the gate') ?? gate;
    expect(segments.streams.map(({ kind }) => kind)).toEqual(['hls']);
  });

  test.afterEach(async ({ site }) => {
    for (const device of site.value.devices) {
      await site.fault({ device: device.name, fault: 'none' });
    }
  });

  const openTruth = async (page: Page): Promise<Watched[]> => {
    const shown = [roof, yard, gate, segments];
    await openWall(
      page,
      truthful,
      await saveWall(truthful, { name: 'Truth', layout: '4', cameras: shown }),
    );
    const all = [
      ...[roof, yard, gate].map(watched),
      { id: segments.id, name: 'segments', painted: 1 },
    ];
    await expectMoving(page, all);
    return all;
  };

  for (const fault of ['stopped', 'frozen', 'stalled']) {
    test(`what is ${fault} is stale, JPEG in three seconds and H.264 of a recorder, and moves again by itself`, async ({
      page,
      site,
    }) => {
      const [roofSeen, yardSeen, ...ofRecorder] = await openTruth(page);
      const order = fault === 'stopped' ? { fault } : { fault, channel: 1 };
      await site.fault({ device: 'Roof', fault });
      await expect(tileOf(page, roof)).toContainText(staleWords, { timeout: staleWithinMs });
      await expect(tileOf(page, roof)).toHaveAttribute('data-state', 'stale');
      await expectMoving(page, ofRecorder, 5000);
      await site.fault({ device: recorderName, ...order });
      await expect(tileOf(page, gate)).toContainText(staleWords, { timeout: staleWithinMs });
      await expect(tileOf(page, segments)).toContainText(staleWords, {
        timeout: staleWithinMs + segmentsAheadMs,
      });
      await expectMoving(page, [yardSeen as Watched], 5000);
      await expect(tileOf(page, roof)).toContainText(staleWords);
      await site.fault({ device: 'Roof', fault: 'none' });
      await site.fault({ device: recorderName, fault: 'none' });
      await expectMoving(page, [roofSeen as Watched], backWithinMs);
      await expect(tileOf(page, roof)).not.toContainText(staleWords);
      await expectMoving(page, ofRecorder, backWithinMs + segmentsAheadMs);
    });
  }

  test('a camera that stays away keeps its last picture, and says how it is away', async ({
    page,
    site,
  }) => {
    await openTruth(page);
    await site.fault({ device: 'Roof', fault: 'stopped' });
    await readCameras(truthful, 1, ({ id, state }) => id === roof.id && state === 'no-response');
    const tile = tileOf(page, roof);
    await expect(tile).toContainText(staleWords);
    await expect(
      tile.getByText('The device turned the connection away.', { exact: true }),
    ).toBeVisible();
    await expect(tile).toHaveAttribute('data-state', 'stale');
    await site.fault({ device: 'Roof', fault: 'none' });
    await expectMoving(page, [watched(roof)], backWithinMs);
  });

  test('a channel that goes offline while it is watched says why', async ({ page, site }) => {
    await openTruth(page);
    await site.fault({ device: recorderName, channel: 1, fault: 'offline', code: 404 });
    await expect(tileOf(page, gate)).toHaveAttribute('data-state', /stale|offline/, {
      timeout: staleWithinMs,
    });
    // The recorder is asked for the state of its channels every fifteen seconds.
    await expect(tileOf(page, gate).getByText('The recorder has lost this camera.')).toBeVisible({
      timeout: 20_000,
    });
    await site.fault({ device: recorderName, channel: 1, fault: 'none' });
    await expectMoving(page, [watched(gate)], 20_000);
  });
});

interface OfflineCase {
  readonly code: number;
  readonly state: ChannelState;
  readonly words: string;
}

/** What the document of the recorder calls a channel that gives no picture, and what we say of it. */
const offlineCases: readonly OfflineCase[] = [
  { code: -5, state: 'rebooting', words: 'The camera is restarting. It comes back by itself.' },
  { code: -3, state: 'connecting', words: 'The recorder is connecting to the camera.' },
  {
    code: 401,
    state: 'camera-login-failed',
    words: 'The camera refuses the account that the recorder uses.',
  },
  { code: 403, state: 'camera-blocked', words: 'The camera has locked the recorder out.' },
  { code: 404, state: 'no-network', words: 'The recorder has lost this camera.' },
  { code: 408, state: 'camera-timeout', words: 'The camera does not answer the recorder.' },
  { code: 410, state: 'no-video-input', words: 'No video signal arrives at this input.' },
  { code: 503, state: 'service-failure', words: 'The video service of the camera has failed.' },
];
const remainingCases: readonly OfflineCase[] = [
  { code: -4, state: 'connecting', words: 'The recorder is connecting to the camera.' },
  {
    code: 0,
    state: 'no-response',
    words: 'The device took the connection but did not answer in time.',
  },
];

test.describe('a device that gives no picture from the start', { tag: '@live' }, () => {
  test.afterEach(async ({ site }) => {
    for (const device of site.value.devices) {
      await site.fault({ device: device.name, fault: 'none' });
    }
  });

  for (const [title, cases] of [
    ['eight', offlineCases],
    ['the other two', remainingCases],
  ] as const) {
    test(`every documented code of a channel has its words: ${title}`, async ({ page, site }) => {
      for (const [index, { code }] of cases.entries()) {
        await site.fault({ device: recorderName, channel: index + 1, fault: 'offline', code });
      }
      const product = await runProduct(site.value.devices.slice(0, 1));
      try {
        const cameras = await readCameras(product, 8);
        const wall = { name: 'Codes', layout: '9', cameras: cameras.slice(0, 8) } as const;
        await openWall(page, product, await saveWall(product, wall));
        for (const [index, { state, words }] of cases.entries()) {
          const camera = cameras[index] as CameraView;
          expect(camera.state, camera.name).toBe(state);
          await expect(tileOf(page, camera).getByText(words), camera.name).toBeVisible();
        }
      } finally {
        await page.close();
        await product.stop();
      }
    });
  }

  test('a web page or a body without end is called what it is', async ({ page, site }) => {
    const product = await runProduct(site.value.devices.slice(1));
    try {
      const cameras = await readyCameras(product, 4);
      await site.fault({ device: 'Roof', fault: 'html-instead-of-picture' });
      await site.fault({ device: 'Yard', fault: 'endless-body' });
      await openWall(
        page,
        product,
        await saveWall(product, { name: 'Bodies', layout: '4', cameras }),
      );
      const [roof, yard] = [cameraNamed(cameras, 'Roof'), cameraNamed(cameras, 'Yard')];
      await expect(
        tileOf(page, roof).getByText('A web page came back where a picture was expected.'),
      ).toBeVisible();
      await expect(
        tileOf(page, yard).getByText(
          /What came back is not a picture\.|The answer is larger than any camera has reason to send\./,
        ),
      ).toBeVisible();
      await expectMoving(
        page,
        ['Workshop', 'Canteen'].map((name) => watched(cameraNamed(cameras, name))),
      );
      for (const device of ['Roof', 'Yard']) await site.fault({ device, fault: 'none' });
      await expectMoving(page, cameras.map(watched), 10_000);
    } finally {
      await page.close();
      await product.stop();
    }
  });

  test('a camera that is seen but not recorded says so beside its moving picture', async ({
    page,
    site,
  }) => {
    const [recorder] = site.value.devices as [SeededDevice];
    const front = await startRecorderFront(recorder.origin, recordingFailed);
    const product = await runProduct([{ ...recorder, origin: front.origin }]);
    try {
      const [gate] = await readyCameras(product, 8);
      const wall = {
        name: 'Unrecorded',
        layout: '4',
        cameras: [null, gate as CameraView],
      } as const;
      await openWall(page, product, await saveWall(product, wall));
      const tile = tileOf(page, gate as CameraView);
      await expect(tile.getByText(/NOT RECORDING 1:\d\d/)).toBeVisible();
      await expect(tile).toHaveAttribute('data-state', 'live');
    } finally {
      await page.close();
      await product.stop();
      await front.stop();
    }
  });
});
