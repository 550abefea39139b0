import { expect, it, vi } from 'vitest';
import type { RecordedSpan, TimeRange } from '../../domain/recording.ts';
import { ListedSpans } from './listed-spans.ts';
import type { Recorder } from './recorder.ts';

const fromMs = Date.UTC(2026, 10, 20, 12);
const range = { fromMs, toMs: fromMs + 60_000 };
const nowMs = fromMs + 3 * 86_400_000;
const whole: RecordedSpan[] = [{ ...range, kind: 'continuous' }];

function recorder(before: () => Promise<void> = async () => undefined, spans = whole) {
  const asked = vi.fn(async (_link: unknown, channels: readonly string[], _range: TimeRange) => {
    await before();
    return new Map(channels.map((one) => [one, { precision: 'exact' as const, spans }]));
  });
  const of = (zoneName: string) =>
    ({
      ...{ deviceId: 'd', zoneName, zone: { name: zoneName }, connection: {}, clockOffsetMs: 0 },
      operations: { listRecordedSpans: asked },
    }) as unknown as Recorder;
  return { asked, of };
}

const list = async (spans: ListedSpans, of: Recorder) =>
  (await spans.list(of, ['1'], range, nowMs)).get('1')?.spans;

it('tells what it has heard, also where the device was changed meanwhile', async () => {
  const listed = new ListedSpans();
  const { asked, of } = recorder(async () => listed.forget('d'));
  expect(await list(listed, of('UTC'))).toEqual(whole);
  expect(await list(listed, of('UTC'))).toEqual(whole);
  expect(asked).toHaveBeenCalledTimes(2);
});

it('keeps the days of one zone alone, whatever zones a device says it is in', async () => {
  const listed = new ListedSpans();
  const { asked, of } = recorder();
  for (const zone of ['UTC', 'UTC', 'Asia/Seoul', 'UTC']) {
    expect(await list(listed, of(zone))).toEqual(whole);
  }
  expect(asked).toHaveBeenCalledTimes(3);
});

it('tells more than it can keep', async () => {
  const many = Array.from({ length: 160_000 }, (_, at) => {
    const beginMs = fromMs - 86_400_000 + at * 500;
    return { fromMs: beginMs, toMs: beginMs + 1, kind: 'motion' as const };
  });
  const channels = ['1', '2'];
  const { of } = recorder(undefined, many);
  const days = { fromMs: fromMs - 86_400_000, toMs: fromMs };
  const found = await new ListedSpans().list(of('UTC'), channels, days, nowMs);
  expect(channels.map((one) => found.get(one)?.spans.length)).toEqual([160_000, 160_000]);
});

it('asks anew where the clock of a device was put back', async () => {
  const listed = new ListedSpans();
  const { asked, of } = recorder();
  const at = (clockMs: number) => listed.list(of('UTC'), ['1'], range, clockMs);
  // The day of the range is not over yet: what is known of it counts for seconds.
  await at(fromMs + 7_200_000);
  await at(fromMs + 3_600_000);
  expect(asked).toHaveBeenCalledTimes(2);
});
