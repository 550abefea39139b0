import type { FirstScript } from './browser.ts';
import type { MeasuredPage } from './measured-page.ts';

/** What a page made of a hand that moved, ms. */
export interface InputFrames {
  /** Of the main thread for each frame with input: handlers, scripts, layout and paint. */
  readonly costMs: readonly number[];
  /** Between such frames and the ones before them. */
  readonly betweenMs: readonly number[];
}

interface WatchingWindow {
  inputFrames: { costMs: number[]; betweenMs: number[] };
}

/**
 * Runs in the page before its own scripts. A frame with input begins with the first event of it and
 * ends when the page has been laid out and painted: only then is the message taken up that was sent
 * from within the frame.
 */
export function watchInputFrames(): void {
  const frames: WatchingWindow['inputFrames'] = { costMs: [], betweenMs: [] };
  Object.assign(window, { inputFrames: frames });
  const painted = new MessageChannel();
  let beganMs: number | null = null;
  let beforeMs = performance.now();
  painted.port1.onmessage = () => {
    if (beganMs === null) return;
    frames.costMs.push(performance.now() - beganMs);
    beganMs = null;
  };
  const begin = () => {
    beganMs ??= performance.now();
  };
  for (const type of ['wheel', 'pointermove'] as const) {
    window.addEventListener(type, begin, { capture: true, passive: true });
  }
  const frame = (nowMs: number) => {
    if (beganMs !== null) {
      frames.betweenMs.push(nowMs - beforeMs);
      painted.port2.postMessage(null);
    }
    beforeMs = nowMs;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

export const inputFrames: FirstScript = { script: watchInputFrames, argument: 0 };

/** What was noted since it was last asked. */
export function takeInputFrames(page: MeasuredPage): Promise<InputFrames> {
  return page.evaluate(() => {
    const { costMs, betweenMs } = (window as unknown as WatchingWindow).inputFrames;
    return { costMs: costMs.splice(0), betweenMs: betweenMs.splice(0) };
  });
}
