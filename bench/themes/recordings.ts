import { runProduct, runSite } from '../../scripts/run-product.ts';
import type { BenchRow } from '../row.ts';
import { readyCameras } from '../wall-product.ts';
import { inStepRows, listingRows, typedTimeRows } from './recordings-playing.ts';
import { timelineRows } from './recordings-timeline.ts';

/** How soon a moment is found and seen among a month on many cameras, and how well they keep step. */
export async function recordingsTheme(): Promise<readonly BenchRow[]> {
  const site = await runSite(true);
  const product = await runProduct(site.value.devices);
  try {
    await readyCameras(product, 20);
    return [
      ...(await listingRows(product)),
      ...(await typedTimeRows(product)),
      ...(await inStepRows(product)),
      ...(await timelineRows(product)),
    ];
  } finally {
    await product.stop();
    await site.stop();
  }
}
