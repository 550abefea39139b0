import type { Locator, Page } from '@playwright/test';
import { SiteControl } from '../scripts/site-control.ts';
import type { CameraView } from '../src/api/camera.ts';
import { expect, test } from './support/test.ts';
import { testOfMakes } from './support/test-of-makes.ts';
import { changedShare, readTiles, type TilePicture } from './support/tile-pictures.ts';
import { cameraNamed, readyCameras, tileOf } from './support/wall.ts';

/** More of a picture than what moves in its scene by itself. */
const leastTurned = 0.12;
/** A turn that changes so much, degrees. */
const wideTurn = 12;

test.use({ siteName: 'steered' });

/** Where the head of a camera is, whose device has several or another name. */
const headOf: Readonly<Record<string, readonly [device: string, camera: number]>> = {
  'Main gate': ['Riverside recorder', 1],
  'Aisle 2': ['Annex video server', 1],
};

let cameras: CameraView[];
let control: SiteControl;

/** Opens the view of a camera, its picture there and its controls connected. */
async function open(page: Page, origin: string, name: string): Promise<CameraView> {
  const camera = cameraNamed(cameras, name);
  const connected = page.waitForEvent('websocket', (socket) => socket.url().endsWith('/control'));
  await page.goto(`${origin}/cam/${camera.id}`);
  await (await connected).waitForEvent('framereceived');
  await expect(tileOf(page, camera)).toHaveAttribute('data-state', 'live');
  return camera;
}

async function pictureOf(page: Page, camera: CameraView): Promise<TilePicture> {
  const tile = (await readTiles(page)).find(({ name }) => name === camera.id);
  if (tile === undefined) throw new RangeError(`no tile of ${camera.name}`);
  return tile;
}

async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  if (box === null) throw new RangeError('it is nowhere');
  return box;
}

const head = (name: string) => control.head(...(headOf[name] ?? [name, 1]));
const standing = async (name: string) => (await head(name)).moving === false;

/** Does something to a camera, and sees the picture change with the head, which then stands. */
async function expectSeen(page: Page, name: string, act: () => Promise<void>): Promise<void> {
  const camera = cameraNamed(cameras, name);
  const before = await pictureOf(page, camera);
  await act();
  await expect.poll(() => standing(name), { intervals: [50] }).toBe(true);
  const { position } = await head(name);
  await expect
    .poll(async () => changedShare(before, await pictureOf(page, camera)), { intervals: [100] })
    .toBeGreaterThan(leastTurned);
  expect((await head(name)).position).toEqual(position);
}

/** Holds the camera until it has turned far, lets go, and sees picture and head stand elsewhere. */
async function expectTurned(
  page: Page,
  name: string,
  axis: 'pan' | 'tilt',
  hold: () => Promise<void>,
  letGo: () => Promise<void>,
): Promise<void> {
  const from = (await head(name)).position[axis];
  await expectSeen(page, name, async () => {
    await hold();
    const turned = async () => Math.abs((await head(name)).position[axis] - from);
    await expect.poll(turned, { intervals: [50] }).toBeGreaterThan(wideTurn);
    await letGo();
  });
}

test.describe('steering a camera', { tag: ['@control', '@alone'] }, () => {
  test.beforeEach(async ({ product, site }) => {
    cameras = await readyCameras(product);
    control = new SiteControl(site.value.controlOrigin);
  });

  test('by the pad, and by a button of it that the keyboard holds', async ({ page, product }) => {
    await open(page, product.origin, 'Roof');
    const pad = page.getByRole('group', { name: 'Pan and tilt: hold and lead' });
    const box = await boxOf(pad);
    const { mouse, keyboard } = page;
    const hold = async () => {
      await mouse.move(box.x + box.width - 6, box.y + box.height / 2);
      await mouse.down();
    };
    await expectTurned(page, 'Roof', 'pan', hold, () => mouse.up());
    await page.getByRole('button', { name: 'Left', exact: true }).focus();
    const letGo = () => keyboard.up('Space');
    await expectTurned(page, 'Roof', 'pan', () => keyboard.down('Space'), letGo);
  });

  test('by a drag on the picture and by keys, in PTZ mode alone', async ({ page, product }) => {
    const yard = await open(page, product.origin, 'Yard');
    const box = await boxOf(tileOf(page, yard));
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const { mouse, keyboard } = page;
    await keyboard.press('ArrowLeft');
    await keyboard.press('z');
    await expect(page.getByRole('button', { name: 'PTZ', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    expect(await control.commands('Yard')).toEqual([]);
    const drag = async () => {
      await mouse.move(x, y);
      await mouse.down();
      await mouse.move(x + 200, y + 20, { steps: 4 });
    };
    await expectTurned(page, 'Yard', 'pan', drag, () => mouse.up());
    const arrow = () => keyboard.down('ArrowLeft');
    await expectTurned(page, 'Yard', 'pan', arrow, () => keyboard.up('ArrowLeft'));
  });

  test('by a gamepad', async ({ page, product }) => {
    await page.addInitScript(() => {
      const pad = { connected: true, axes: [0, 0, 0, 0], buttons: [] };
      Object.assign(window, { pad });
      Object.defineProperty(navigator, 'getGamepads', { value: () => [pad] });
    });
    await open(page, product.origin, 'Canteen');
    const push = (x: number) =>
      page.evaluate((to) => {
        (window as unknown as { pad: { axes: number[] } }).pad.axes = [to, 0, 0, 0];
      }, x);
    await expectTurned(
      page,
      'Canteen',
      'pan',
      () => push(-1),
      () => push(0.05),
    );
  });

  test('saves a preset, and goes back to it', async ({ page, product }) => {
    await open(page, product.origin, 'Main gate');
    const pan = async () => (await head('Main gate')).position.pan;
    await page.getByRole('button', { name: 'Save here…' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Ramp');
    await page.getByRole('button', { name: 'Save as new' }).click();
    const ramp = page.getByRole('button', { name: /^Go to preset \d+: Ramp$/ });
    await expect(ramp).toBeVisible();
    // The recorder gives no stills: this is what the window showed.
    await expect(ramp.locator('img')).toHaveJSProperty('complete', true);
    await expect(ramp.locator('img')).toHaveJSProperty('naturalWidth', 480);
    const saved = await pan();
    const right = page.getByRole('button', { name: 'Right', exact: true });
    await right.focus();
    await page.keyboard.down('Enter');
    await expect.poll(pan).toBeGreaterThan(saved + 5);
    await page.keyboard.up('Enter');
    await ramp.click();
    await expect(page.getByText('moving…')).toBeVisible();
    await expect.poll(pan).toBeCloseTo(saved, 1);
    await expect(page.getByText('moving…')).toBeHidden();
  });

  test('one window steers, another sees who and takes over', async ({ page, product }) => {
    await open(page, product.origin, 'Workshop');
    const second = await page.context().newPage();
    await open(second, product.origin, 'Workshop');
    await page.getByRole('button', { name: 'Up', exact: true }).focus();
    await page.keyboard.down('Space');
    await expect(page.getByText('You are steering')).toBeVisible();
    await expect(second.getByRole('status').getByText(/is steering$/)).toBeVisible();
    await second.getByRole('button', { name: 'Take over' }).click();
    await expect(second.getByText('You are steering')).toBeVisible();
    await expect.poll(() => standing('Workshop')).toBe(true);
    await page.keyboard.up('Space');
    await page.keyboard.down('Space');
    await expect(
      page.getByRole('status').getByText(/^This camera is being steered by /),
    ).toBeVisible();
    await page.keyboard.up('Space');
    expect(await standing('Workshop')).toBe(true);
  });

  test.describe('on a phone', () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

    test('by one thumb, wherever it lands', async ({ page, product }) => {
      await open(page, product.origin, 'Roof');
      const box = await boxOf(page.locator('[data-thumb-stick]'));
      const client = await page.context().newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', across = 0) =>
        client.send('Input.dispatchTouchEvent', {
          type,
          touchPoints:
            type === 'touchEnd' ? [] : [{ x: box.x + 120 + across, y: box.y + box.height / 2 }],
        });
      const hold = async () => {
        await touch('touchStart');
        await touch('touchMove', 70);
      };
      const letGo = async () => void (await touch('touchEnd'));
      await expectTurned(page, 'Roof', 'pan', hold, letGo);
    });
  });
});

const testOthers = testOfMakes('other makes', ['Annex video server', 'Tower']);

testOthers.describe('steering the cameras of other makes', { tag: ['@control', '@alone'] }, () => {
  testOthers.beforeEach(async ({ product, site }) => {
    cameras = await readyCameras(product, 7);
    control = new SiteControl(site.value.controlOrigin);
  });

  testOthers('of SecuritySpy, as long as a key is held', async ({ page, product }) => {
    await open(page, product.origin, 'Aisle 2');
    await page.getByRole('button', { name: 'Right', exact: true }).focus();
    const { keyboard } = page;
    const letGo = () => keyboard.up('Space');
    await expectTurned(page, 'Aisle 2', 'pan', () => keyboard.down('Space'), letGo);
  });

  testOthers(
    'of the IP Camera Standard, also by a click to centre and by a box',
    async ({ page, product }) => {
      const tower = await open(page, product.origin, 'Tower');
      const { keyboard, mouse } = page;
      await page.getByRole('button', { name: 'Left', exact: true }).focus();
      const letGo = () => keyboard.up('Space');
      await expectTurned(page, 'Tower', 'pan', () => keyboard.down('Space'), letGo);

      await keyboard.press('z');
      const { x, y, width, height } = await boxOf(tileOf(page, tower));
      const before = (await head('Tower')).position;
      await page.getByRole('button', { name: 'Click to centre' }).click();
      await expectSeen(page, 'Tower', async () => {
        await mouse.click(x + width * 0.7, y + height / 2);
        await expect
          .poll(async () => (await head('Tower')).position.pan)
          .toBeGreaterThan(before.pan + 5);
      });
      await page.getByRole('button', { name: 'Drag a box to zoom to' }).click();
      await expectSeen(page, 'Tower', async () => {
        await mouse.move(x + width * 0.35, y + height * 0.35);
        await mouse.down();
        await mouse.move(x + width * 0.65, y + height * 0.65, { steps: 3 });
        await mouse.up();
        await expect
          .poll(async () => (await head('Tower')).position.zoom)
          .toBeGreaterThan(before.zoom + 1000);
      });
    },
  );
});
