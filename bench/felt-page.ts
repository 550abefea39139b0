import type { MeasuredPage } from './measured-page.ts';
import { pause } from './sources.ts';

interface WatchedWindow {
  felt: {
    readonly frameMs: number[];
    /** The longest event of each interaction, by its number. */
    readonly interactions: Record<number, number>;
  };
}

/** How a page felt to a hand while something else went on, ms. */
export interface Felt {
  readonly frameMs: readonly number[];
  readonly interactionMs: readonly number[];
}

const everyMs = 500;

/** Runs in the page: notes how long each frame and each interaction takes. */
function watchFrames(): void {
  const felt: WatchedWindow['felt'] = { frameMs: [], interactions: {} };
  Object.assign(window, { felt });
  let before = performance.now();
  const frame = (nowMs: number) => {
    felt.frameMs.push(nowMs - before);
    before = nowMs;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const shortest = { type: 'event', durationThreshold: 16 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { interactionId = 0, duration } = entry as PerformanceEventTiming;
      if (interactionId === 0) continue;
      felt.interactions[interactionId] = Math.max(felt.interactions[interactionId] ?? 0, duration);
    }
  }).observe(shortest);
}

/**
 * Clicks and types for a while, one of the acts after the other.
 * @returns what the page made of it; interactions too short to be reported are none
 */
export async function feel(
  page: MeasuredPage,
  forMs: number,
  acts: readonly ((page: MeasuredPage) => Promise<void>)[],
): Promise<Felt & { readonly acts: number }> {
  await page.evaluate(`(${watchFrames})()`);
  const endsAtMs = performance.now() + forMs;
  let done = 0;
  while (performance.now() < endsAtMs) {
    const dueMs = performance.now() + everyMs;
    await acts[done % acts.length]?.(page);
    done += 1;
    await pause(Math.max(0, dueMs - performance.now()));
  }
  const { frameMs, interactions } = await page.evaluate(
    () => (window as unknown as WatchedWindow).felt,
  );
  return { frameMs, interactionMs: Object.values(interactions), acts: done };
}

/** Interaction to next paint as browsers count it: the worst, but for one of each fifty. */
export function interactionToNextPaint({ interactionMs }: Felt): number {
  const worstFirst = [...interactionMs].sort((a, b) => b - a);
  return worstFirst[Math.floor(worstFirst.length / 50)] ?? 0;
}
