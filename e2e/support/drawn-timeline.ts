import { expect, type Page } from '@playwright/test';
import type { Product } from '../../scripts/run-product.ts';
import type { CameraView } from '../../src/api/camera.ts';
import type { TimeRange } from '../../src/domain/recording.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** The middle one of three pixels of a minute lies under no tick and under no playhead. */
const minutePixels = 3;
const viewMs = 8 * hourMs;
const viewPixels = (viewMs / minuteMs) * minutePixels;

const unread = 'not read yet';
/** What a pixel of a lane says: which kind was recorded, or that nothing was. */
const meanings: Readonly<Record<string, string>> = {
  '5b8cc4': 'recorded',
  '9cc4ea': 'motion',
  '5fd0c5': 'image',
  '8aa3bd': 'recorded',
  '151a21': 'empty',
  '262f3a': unread,
};

export interface TimelinePlace {
  readonly cameras: readonly Pick<CameraView, 'id'>[];
  readonly range: TimeRange;
  readonly zone?: 'site' | 'mine' | 'utc';
}

/** Opens the recordings of some cameras so that a time of whole hours fills the timeline. */
export async function openTimeline(
  page: Page,
  product: Product,
  { cameras, range: { fromMs, toMs }, zone = 'site' }: TimelinePlace,
): Promise<void> {
  const query = new URLSearchParams({
    cams: cameras.map(({ id }) => id).join(','),
    t: new Date((fromMs + toMs) / 2).toISOString(),
    span: `${(toMs - fromMs) / hourMs}h`,
    zone,
  });
  await page.goto(`${product.origin}/playback?${query}`);
  await expect(timelineOf(page).locator('canvas')).toBeVisible();
}

function timelineOf(page: Page) {
  return page.getByRole('region', { name: 'Timeline' });
}

/** Beginnings and ends that the page lists of each camera, by its name. */
export async function listedSpans(page: Page): Promise<ReadonlyMap<string, readonly string[]>> {
  const sections = timelineOf(page).locator('section');
  return new Map(
    await sections.evaluateAll((all) =>
      all.map((section): [string, string[]] => [
        section.querySelector('h3')?.textContent ?? '',
        [...section.querySelectorAll('li')].map((item) => item.textContent ?? ''),
      ]),
    ),
  );
}

export function listButton(page: Page) {
  return page.getByRole('button', { name: 'List of the recordings' });
}

/**
 * What the picture of the timeline shows of each minute of a time, by the name of each lane and of
 * all of them together; `color` of anything else.
 */
export async function drawnMinutes(
  page: Page,
  product: Product,
  place: TimelinePlace,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const drawn = new Map<string, string[]>();
  const { fromMs, toMs } = place.range;
  for (let begin = fromMs; begin < toMs; begin += viewMs) {
    const range = { fromMs: begin, toMs: begin + viewMs };
    await openTimeline(page, product, { ...place, range });
    await widen(page);
    const count = Math.min(viewMs, toMs - begin) / minuteMs;
    const read = async () =>
      (await pixelsOf(page, count)).map(
        ([name, colours]) => [name, colours.map((colour) => meanings[colour] ?? colour)] as const,
      );
    const isRead = async () => (await read()).every(([, minutes]) => !minutes.includes(unread));
    await expect.poll(isRead).toBe(true);
    for (const [name, minutes] of await read()) {
      drawn.set(name, [...(drawn.get(name) ?? []), ...minutes]);
    }
  }
  return drawn;
}

/** Makes the window as wide as gives every minute its pixels. */
async function widen(page: Page): Promise<void> {
  const width = () =>
    timelineOf(page)
      .locator('canvas')
      .evaluate((canvas) => canvas.clientWidth);
  const window = page.viewportSize() ?? { width: 0, height: 0 };
  const missing = viewPixels - (await width());
  await page.setViewportSize({ width: window.width + missing, height: 1000 });
  await expect.poll(width).toBe(viewPixels);
}

/** One colour for each minute, of the row beneath the upper edge of each lane: marks lie lower. */
function pixelsOf(page: Page, minutes: number): Promise<[string, string[]][]> {
  return timelineOf(page).evaluate(
    async (timeline, { minutes, minutePixels }) => {
      const canvas = timeline.querySelector('canvas');
      const context = canvas?.getContext('2d');
      if (!canvas || !context) throw new TypeError('no canvas');
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const top = canvas.getBoundingClientRect().top;
      // The names stand beside the lanes, beneath that of all of them.
      const [head, ...lanes] = timeline.querySelector('[data-lanes]')?.children ?? [];
      return [head?.firstElementChild, ...lanes].map((name): [string, string[]] => {
        if (!name) throw new TypeError('no names beside the lanes');
        const y = Math.round(name.getBoundingClientRect().top - top) + 1;
        const { data } = context.getImageData(0, y, canvas.width, 1);
        const colours = Array.from({ length: minutes }, (_, minute) => {
          const at = (minute * minutePixels + 1) * 4;
          return [...data.slice(at, at + 3)]
            .map((one) => one.toString(16).padStart(2, '0'))
            .join('');
        });
        return [name.textContent ?? '', colours];
      });
    },
    { minutes, minutePixels },
  );
}
