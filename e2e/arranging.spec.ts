import { readFile } from 'node:fs/promises';
import { loadImage } from '@napi-rs/canvas';
import type { Locator, Page } from '@playwright/test';
import type { CameraView } from '../src/api/camera.ts';
import type { View } from '../src/domain/view.ts';
import { expectMoving, watched } from './support/motion.ts';
import { expect, test } from './support/test.ts';
import { cameraNamed, openWall, readView, readyCameras, saveWall, tileOf } from './support/wall.ts';

test.describe('arranging a wall', { tag: '@live' }, () => {
  let cameras: CameraView[];
  let roof: CameraView;
  let yard: CameraView;
  let canteen: CameraView;
  let viewId: string;
  /** Names of the cameras as the server keeps them, by tile; empty where there is none. */
  let savedNames: () => Promise<string[]>;

  const cellOf = (page: Page, tile: number): Locator =>
    page.locator(`[data-wall-tile="${tile - 1}"]`);

  test.beforeEach(async ({ page, product }) => {
    cameras = await readyCameras(product);
    [roof, yard, canteen] = ['Roof', 'Yard', 'Canteen'].map((name) =>
      cameraNamed(cameras, name),
    ) as [CameraView, CameraView, CameraView];
    viewId = await saveWall(product, {
      name: 'Arranged',
      layout: '4',
      cameras: [roof, yard, null, null],
    });
    savedNames = async () => {
      const view = await readView(product, viewId);
      return Array.from({ length: 4 }, (_, tile) => nameIn(view, tile, cameras));
    };
    await openWall(page, product, viewId);
    await expect(tileOf(page, roof)).toBeVisible();
  });

  test('a camera dragged from the list fills the tile, and a tile dragged on another swaps', async ({
    page,
  }) => {
    await page.locator(`[data-camera-row="${canteen.id}"]`).dragTo(cellOf(page, 4));
    await expect.poll(savedNames).toEqual(['Roof', 'Yard', '', 'Canteen']);
    await cellOf(page, 1).dragTo(cellOf(page, 4));
    await expect.poll(savedNames).toEqual(['Canteen', 'Yard', '', 'Roof']);
    await expectMoving(page, [roof, yard, canteen].map(watched));
    await expect(cellOf(page, 4).locator(`[data-camera="${roof.id}"]`)).toBeVisible();

    await page.keyboard.press('Control+z');
    await expect.poll(savedNames).toEqual(['Roof', 'Yard', '', 'Canteen']);
    await page.keyboard.press('Control+z');
    await expect.poll(savedNames).toEqual(['Roof', 'Yard', '', '']);
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(savedNames).toEqual(['Roof', 'Yard', '', 'Canteen']);

    await page.reload();
    await expect(cellOf(page, 4).locator(`[data-camera="${canteen.id}"]`)).toBeVisible();
    await expectMoving(page, [roof, yard, canteen].map(watched));
  });

  test('Enter on an empty tile leads to the list, where Enter places what the filter found', async ({
    page,
  }) => {
    await page.keyboard.press('ArrowDown');
    await expect(cellOf(page, 3)).toBeFocused();
    await page.keyboard.press('Enter');
    const filter = page.getByRole('combobox', { name: /Filter/ });
    await expect(filter).toBeFocused();
    await page.keyboard.type('cante');
    await expect(page.getByRole('treeitem', { level: 2 })).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect.poll(savedNames).toEqual(['Roof', 'Yard', 'Canteen', '']);

    await filter.fill('no such camera');
    await expect(page.getByText('No camera matches “no such camera”.')).toBeVisible();
    await filter.press('Escape');
    await expect(page.getByRole('treeitem', { level: 2 })).toHaveCount(12);
  });

  test('a typed number places its camera, and one that nobody has is refused', async ({ page }) => {
    await cellOf(page, 4).click({ position: { x: 10, y: 10 } });
    await page.keyboard.type(String(canteen.number));
    await expect(page.locator('output')).toContainText(`Camera ${canteen.number}Canteen`);
    await page.keyboard.press('Enter');
    await expect.poll(savedNames).toEqual(['Roof', 'Yard', '', 'Canteen']);
    await page.keyboard.type('99');
    await page.keyboard.press('Enter');
    await expect(page.getByText('There is no camera 99.')).toBeVisible();
    await expect.poll(savedNames).toEqual(['Roof', 'Yard', '', 'Canteen']);
  });

  test('the keyboard lifts a tile, carries it, puts it back or drops it', async ({ page }) => {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('gridcell', { name: /Tile 4, Yard, lifted/ })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('gridcell', { name: /^Tile 2, Yard/ })).toBeFocused();
    await expect.poll(savedNames).toEqual(['Roof', 'Yard', '', '']);

    await page.keyboard.press('m');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(savedNames).toEqual(['Roof', '', '', 'Yard']);
    await expect(cellOf(page, 4)).toBeFocused();
    await page.keyboard.press('Delete');
    await expect.poll(savedNames).toEqual(['Roof', '', '', '']);
  });

  test('another layout and another fit show at once and stay', async ({ page, product }) => {
    await page.getByRole('button', { name: 'Layout: 4 tiles' }).click();
    await page.getByRole('menuitemradio', { name: 'One large and 5' }).click();
    await expect(page.getByRole('gridcell')).toHaveCount(6);
    await expect.poll(async () => (await readView(product, viewId)).layout).toBe('1+5');
    const [large, small] = [
      await cellOf(page, 1).boundingBox(),
      await cellOf(page, 2).boundingBox(),
    ];
    expect((large?.width ?? 0) / (small?.width ?? 1)).toBeGreaterThan(1.9);

    await cellOf(page, 1).hover();
    await page.getByRole('button', { name: 'More for Roof' }).click();
    await page.getByRole('menuitem', { name: 'Picture' }).click();
    await page.getByRole('menuitemradio', { name: 'Stretch' }).click();
    await expect.poll(async () => (await readView(product, viewId)).cells[0]?.fit).toBe('fill');

    await page.reload();
    await expect(page.getByRole('gridcell')).toHaveCount(6);
    await expectMoving(page, [watched(yard)]);
    expect((await readView(product, viewId)).cells[0]?.fit).toBe('fill');
  });

  test('a double click opens the camera, and Escape leads back to the same wall', async ({
    page,
  }) => {
    await cellOf(page, 2).dblclick({ position: { x: 60, y: 60 } });
    await expect(page).toHaveURL(new RegExp(`/cam/${yard.id}`));
    await expect(page.getByRole('heading', { name: 'Yard' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(new RegExp(`/live/${viewId}`));
    await expectMoving(page, [roof, yard].map(watched));
  });

  test('a snapshot is a JPEG at the resolution of the camera itself', async ({ page }) => {
    await expectMoving(page, [watched(roof)]);
    await cellOf(page, 1).click({ position: { x: 40, y: 60 } });
    const arriving = page.waitForEvent('download');
    await page.keyboard.press('s');
    const download = await arriving;
    expect(download.suggestedFilename()).toMatch(
      /_Roof_\d{4}-\d\d-\d\dT[\d.-]+([+-]\d\d-\d\d|Z)\.jpg$/,
    );
    const bytes = await readFile(await download.path());
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xd8]);
    const { width, height } = await loadImage(bytes);
    expect({ width, height }).toEqual({ width: 640, height: 480 });
    await expect(page.getByText(`Saved ${download.suggestedFilename()}`)).toBeVisible();
  });

  test('with single keys off a letter does nothing, and arrows still do', async ({ page }) => {
    await page.keyboard.press('?');
    await page.getByRole('checkbox', { name: /Single keys are on/ }).uncheck();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('m');
    await page.keyboard.type(String(canteen.number));
    await page.keyboard.press('|');
    await page.keyboard.press('f');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('gridcell', { name: /^Tile 2, Yard/ })).toBeFocused();
    await expect(page.getByRole('gridcell', { name: /lifted/ })).toHaveCount(0);
    await expect(page).toHaveURL(new RegExp(`/live/${viewId}`));
    await expect(page.getByRole('tree')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('gridcell', { name: /^Tile 2, Yard/ })).toBeVisible();
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('gridcell', { name: /^Tile 1, Roof/ })).toBeFocused();
    expect(await savedNames()).toEqual(['Roof', 'Yard', '', '']);
  });
});

function nameIn(view: View, tile: number, cameras: readonly CameraView[]): string {
  const cell = view.cells[tile];
  return cameras.find(({ id }) => id === cell?.cameraId)?.name ?? '';
}
