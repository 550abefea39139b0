import type { MeasuredPage } from './measured-page.ts';

interface CountingWindow {
  drawnFrames: Record<string, number>;
}

/**
 * Runs in the page before its own scripts and listens to what the frames worker reports: to look
 * at the screen often enough to count 25 pictures a second would slow down what is measured.
 */
function listenToWorkers(): void {
  const counts: Record<string, number> = {};
  Object.assign(window, { drawnFrames: counts });
  const PlainWorker = window.Worker;
  window.Worker = class extends PlainWorker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener('message', ({ data }) => {
        for (const { tile, framesDrawn } of data?.reports ?? []) counts[tile] = framesDrawn;
      });
    }
  };
}

/** To be given to the browser with the address of a wall. */
export const countDrawnFrames = { script: listenToWorkers, argument: 0 };

/** Pictures drawn so far, one number a tile. */
export async function drawnFrames(page: MeasuredPage): Promise<Map<string, number>> {
  const counts = await page.evaluate(() => (window as unknown as CountingWindow).drawnFrames);
  return new Map(Object.entries(counts));
}
