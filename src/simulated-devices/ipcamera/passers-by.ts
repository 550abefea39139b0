const minuteMs = 60_000;
const levelMost = 60;

/** A box within the picture, from its upper left corner (0, 0) to its lower right one (1, 1). */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Walk {
  readonly fromMs: number;
  readonly toMs: number;
  readonly start: FaceBox;
  readonly end: FaceBox;
}

/** Who goes through the turnstile in each minute; two of them at once for a while. */
const walks: readonly Walk[] = [
  walk(5000, 13_000, [0.1, 0.35, 0.06, 0.1], [0.6, 0.3, 0.1, 0.17]),
  walk(25_000, 33_000, [0.85, 0.3, 0.06, 0.1], [0.35, 0.25, 0.11, 0.19]),
  walk(28_000, 36_000, [0.2, 0.4, 0.05, 0.09], [0.7, 0.35, 0.08, 0.14]),
  walk(45_000, 53_000, [0.45, 0.3, 0.04, 0.07], [0.4, 0.25, 0.14, 0.24]),
];

type Corners = readonly [x: number, y: number, width: number, height: number];

function walk(fromMs: number, toMs: number, start: Corners, end: Corners): Walk {
  const box = ([x, y, width, height]: Corners): FaceBox => ({ x, y, width, height });
  return { fromMs, toMs, start: box(start), end: box(end) };
}

/** The faces in view, in the order in which they came. */
export function facesAt(epochMs: number): FaceBox[] {
  const at = epochMs % minuteMs;
  return walks
    .filter(({ fromMs, toMs }) => at >= fromMs && at < toMs)
    .map(({ fromMs, toMs, start, end }) => {
      const gone = (at - fromMs) / (toMs - fromMs);
      const between = (side: keyof FaceBox): number =>
        start[side] + (end[side] - start[side]) * gone;
      return {
        x: between('x'),
        y: between('y'),
        width: between('width'),
        height: between('height'),
      };
    });
}

/** How much moves in a window, 0 to 100: rises and falls twice a minute, later in each window. */
export function motionLevelAt(epochMs: number, window: number): number {
  const phase = ((epochMs % minuteMs) / minuteMs) * 4 * Math.PI - window * 0.8;
  return Math.round(Math.max(0, Math.sin(phase)) * levelMost);
}

const tamperFrom = 30_000;
const tamperTo = 36_000;
const tamperEveryMinutes = 10;

/** Somebody covers the lens for six seconds, every ten minutes. */
export function tamperedAt(epochMs: number): boolean {
  const minute = Math.floor(epochMs / minuteMs);
  const at = epochMs % minuteMs;
  return minute % tamperEveryMinutes === 0 && at >= tamperFrom && at < tamperTo;
}
