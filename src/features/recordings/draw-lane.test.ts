import { expect, it, test } from 'vitest';
import type { CameraSpans } from '../../api/recordings.ts';
import { spanBlockMs } from '../../device-access/recording-queries.ts';
import { toldCamera } from '../../device-access/span-columns.ts';
import type { RecordingKind } from '../../domain/recording.ts';
import { drawLane } from './draw-lane.ts';
import { kindLook, laneColours } from './lane-look.ts';
import { blocksOf, LaneShelf } from './lanes.ts';
import type { TimelineView } from './timeline-axis.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
/** New York goes back to winter time on 1 November 2026, and forward on 14 March 2027. */
const longDay = { fromMs: Date.UTC(2026, 10, 1, 4), toMs: Date.UTC(2026, 10, 2, 5) };
const shortDay = { fromMs: Date.UTC(2027, 2, 14, 5), toMs: Date.UTC(2027, 2, 15, 4) };
const height = 24;

interface Filled {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Spans = Extract<CameraSpans['found'], { state: 'listed' }>['spans'];

/** What is filled with a colour when a lane is drawn. */
function drawn(
  view: TimelineView,
  width: number,
  spans: Spans,
  more: { precision?: 'minute' | 'exact'; nowMs?: number; knownToMs?: number } = {},
) {
  const { precision = 'exact', nowMs = view.toMs, knownToMs = view.toMs } = more;
  const filled = new Map<string, Filled[]>();
  const context = {
    fillStyle: '',
    fillRect(x: number, y: number, wide: number, high: number) {
      const own = filled.get(this.fillStyle) ?? [];
      own.push({ x, y, width: wide, height: high });
      filled.set(this.fillStyle, own);
    },
  };
  const asked = blocksOf(view.fromMs, view.toMs).map((block) => {
    const [fromMs, toMs] = [block * spanBlockMs, (block + 1) * spanBlockMs];
    const within = spans.filter(([beginMs]) => beginMs >= fromMs && beginMs < toMs);
    const found = { state: 'listed', precision, spans: within, knownToMs } as const;
    const camera = toldCamera({ cameraId: 'a', zone: 'UTC', clockOffsetMs: 0, found });
    return { block, cameraIds: ['a'], cameras: [camera], failed: false };
  });
  const [lane] = new LaneShelf().lanes(['a'], asked);
  if (!lane) throw new TypeError('no lane');
  const box = { top: 0, height, width };
  drawLane(context as unknown as CanvasRenderingContext2D, lane, view, box, nowMs);
  return (colour: string) => filled.get(colour) ?? [];
}

const { colour: continuous } = kindLook.continuous;

test.each([
  ['25', longDay],
  ['23', shortDay],
])('draws each hour of a day of %s where it is, and no other', (hours, view) => {
  const count = Number(hours);
  const every = Array.from({ length: count }, (_, hour): [number, number, RecordingKind] => {
    const fromMs = view.fromMs + hour * hourMs;
    return [fromMs, fromMs + 30 * minuteMs, 'continuous'];
  });
  const bars = drawn(view, count * 60, every)(continuous);
  expect(bars.map(({ x, width }) => [x, width])).toEqual(
    Array.from({ length: count }, (_, hour) => [hour * 60, 30]),
  );
});

it('draws as one what falls on the same pixels, and shows what is shorter than one', () => {
  const view = { fromMs: longDay.fromMs, toMs: longDay.fromMs + 1000 * minuteMs };
  const at = (minute: number, lengthMs: number): [number, number, RecordingKind] => {
    const fromMs = view.fromMs + minute * minuteMs;
    return [fromMs, fromMs + lengthMs, 'continuous'];
  };
  const bars = drawn(view, 100, [at(0, 1000), at(2, 1000), at(5, 1000), at(200, 1000)])(continuous);
  expect(bars.map(({ x, width }) => [x, width])).toEqual([
    [0, 1],
    [20, 1],
  ]);
});

it('tells kinds apart by where in a lane they are', () => {
  const span = (kind: RecordingKind): [number, number, RecordingKind] => [
    ...([longDay.fromMs, longDay.toMs, kind] as const),
  ];
  const colour = drawn(longDay, 250, [span('continuous'), span('motion'), span('event')]);
  const places = (['continuous', 'motion', 'event'] as const).map((kind) => {
    const [{ y, height: high } = { y: -1, height: -1 }] = colour(kindLook[kind].colour);
    return [y, high];
  });
  expect(places).toEqual([
    [0, 24],
    [10, 14],
    [0, 14],
  ]);
});

it('softens the edges of what was told by the minute, and of nothing else', () => {
  const view = { fromMs: longDay.fromMs, toMs: longDay.fromMs + 10 * minuteMs };
  const spans: Spans = [[view.fromMs + 2 * minuteMs, view.fromMs + 6 * minuteMs, 'continuous']];
  const soft = `${laneColours.ground}99`;
  expect(drawn(view, 200, spans)(soft)).toEqual([]);
  const dots = drawn(view, 200, spans, { precision: 'minute' })(soft).map(({ x }) => x);
  expect(Math.min(...dots)).toBe(40);
  expect(dots.filter((x) => x >= 60 && x < 100)).toEqual([]);
  expect(Math.max(...dots)).toBeLessThan(120);
});

it('stripes what is not told yet, and nothing that has not come', () => {
  const [nowMs, knownToMs] = [longDay.fromMs + 20 * hourMs, longDay.fromMs + 19 * hourMs];
  const stripes = drawn(longDay, 2500, [], { nowMs, knownToMs })(laneColours.unknown);
  expect(stripes[0]?.x).toBe(1900);
  expect(Math.max(...stripes.map(({ x, width }) => x + width))).toBeLessThanOrEqual(2000);
});
