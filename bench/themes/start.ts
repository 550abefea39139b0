import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { runProduct, runSite } from '../../scripts/run-product.ts';
import { startBrowser } from '../browser.ts';
import { watchFirstMoves } from '../first-moves.ts';
import { atMost, type BenchRow, median } from '../row.ts';
import { readyCameras, saveWall } from '../wall-product.ts';

const tiles = 16;
const runs = 3;
const kibibyte = 1024;
const assets = 'dist/app/assets';

/** Entry chunk with everything that it loads at once, and the largest of the lazy ones, KiB. */
function chunkSizes(): { entry: number; largestLazy: number } {
  const html = readFileSync('dist/app/index.html', 'utf8');
  const sizes = readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({
      eager: html.includes(name),
      size: gzipSync(readFileSync(`${assets}/${name}`)).length / kibibyte,
    }));
  return {
    entry: sizes.filter(({ eager }) => eager).reduce((sum, { size }) => sum + size, 0),
    largestLazy: Math.max(...sizes.filter(({ eager }) => !eager).map(({ size }) => size)),
  };
}

/** How long a wall takes from the address to moving pictures, and how much it loads for that. */
export async function startTheme(): Promise<readonly BenchRow[]> {
  const site = await runSite();
  const product = await runProduct(site.value.devices);
  try {
    const cameras = (await readyCameras(product, 12)).map(({ id }) => id);
    const address = await saveWall(product, '16', [...cameras, ...cameras].slice(0, tiles));
    const first: number[] = [];
    const all: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const browser = await startBrowser(product);
      const moves = await watchFirstMoves(browser, address, tiles);
      await browser.stop();
      first.push(median(moves));
      all.push(Math.max(...moves));
    }
    const { entry, largestLazy } = chunkSizes();
    return [
      atMost('first moving picture of a tile, median', median(first) / 1000, 's', 2),
      atMost(`all ${tiles} tiles moving`, median(all) / 1000, 's', 6),
      atMost('entry JavaScript, gzip', entry, 'KiB', 150),
      atMost('largest lazy chunk, gzip', largestLazy, 'KiB', 180),
    ];
  } finally {
    await product.stop();
    await site.stop();
  }
}
