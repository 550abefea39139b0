import type { Page } from '@playwright/test';
import type { CameraView } from '../../src/api/camera.ts';
import { expect } from './test.ts';
import { changedShare, readTiles, type TilePicture, watermarkOf } from './tile-pictures.ts';

/** Numbers that the simulated cameras paint into their pictures, by the name that they are listed under. */
const paintedNumbers: Readonly<Record<string, number>> = {
  'Main gate': 1,
  Lobby: 2,
  Warehouse: 3,
  'Car park': 4,
  'Loading dock': 5,
  Stairwell: 6,
  CH7: 7,
  'Server room': 8,
  Roof: 11,
  Workshop: 12,
  Canteen: 13,
  Yard: 14,
  Reception: 21,
  'Aisle 2': 22,
  'Ward 2': 23,
  'Roof plant': 24,
  'Rack row 2': 25,
  'Upper stairs': 26,
  // The older server tells no names.
  'Shop video server 0': 31,
  'Shop video server 1': 32,
  'Shop video server 2': 33,
  Tower: 41,
  Barrier: 42,
};
const minuteMs = 60_000;
const oldestMs = 5000;
/** A picture of a moving scene differs from an earlier one in at least this share of its pixels. */
const leastChange = 0.0005;

/** A camera whose tile is looked at. */
export interface Watched {
  readonly id: string;
  readonly name: string;
  /** The number painted into its pictures; null where its tile frames them in a page. */
  readonly painted: number | null;
}

export function watched({ id, name }: Pick<CameraView, 'id' | 'name'>): Watched {
  const painted = paintedNumbers[name];
  if (painted === undefined) throw new Error(`nobody paints a number for ${name}`);
  return { id, name, painted };
}

/** Age of a picture by the time painted into it, ms; the clock of the minute goes round. */
function paintedAgeMs(millisecondOfMinute: number, nowMs: number): number {
  const behind = (((nowMs - millisecondOfMinute) % minuteMs) + minuteMs) % minuteMs;
  return behind > minuteMs / 2 ? behind - minuteMs : behind;
}

/** What is wrong with one picture by the numbers painted into it. */
function paintFault(camera: Watched, picture: TilePicture, lookedAtMs: number): string | null {
  if (camera.painted === null) return null;
  const mark = watermarkOf(picture, camera.painted);
  if (mark === null) return 'no picture';
  if (mark.camera !== camera.painted) return `shows camera ${mark.camera}`;
  const ageMs = Math.round(paintedAgeMs(mark.millisecondOfMinute, lookedAtMs));
  return Math.abs(ageMs) > oldestMs ? `${ageMs} ms old` : null;
}

/** Looks at the tiles of a page again and again, and knows which of them have moved since. */
class Motion {
  readonly #first = new Map<string, TilePicture>();

  /** By name, what is wrong with the tiles of cameras that should move. */
  async look(page: Page, cameras: readonly Watched[]): Promise<Record<string, string>> {
    const lookedAtMs = Date.now();
    const tiles = new Map((await readTiles(page)).map((tile) => [tile.name, tile]));
    const faults: Record<string, string> = {};
    for (const camera of cameras) {
      const fault = this.#faultOf(camera, tiles.get(camera.id), lookedAtMs);
      if (fault !== null) faults[camera.name] = fault;
    }
    return faults;
  }

  #faultOf(camera: Watched, now: TilePicture | undefined, lookedAtMs: number): string | null {
    if (now === undefined) return 'no tile';
    const painted = paintFault(camera, now, lookedAtMs);
    if (painted !== null) return painted;
    const first = this.#first.get(camera.id);
    if (first === undefined || first.width !== now.width || first.height !== now.height) {
      this.#first.set(camera.id, now);
      return 'seen once';
    }
    if (changedShare(first, now) < leastChange) return 'stands still';
    if (camera.painted === null) return null;
    const [before, after] = [first, now].map((tile) => watermarkOf(tile, camera.painted ?? 0));
    const sameTime = before?.millisecondOfMinute === after?.millisecondOfMinute;
    return sameTime ? 'shows the same instant' : null;
  }
}

/** Waits until every camera moves in its own tile, with pictures of the last five seconds. */
export async function expectMoving(
  page: Page,
  cameras: readonly Watched[],
  timeoutMs = 15_000,
): Promise<void> {
  const motion = new Motion();
  await expect
    .poll(() => motion.look(page, cameras), { timeout: timeoutMs, intervals: [100] })
    .toEqual({});
}
