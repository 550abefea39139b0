import { DeviceError } from '../../domain/device-error.ts';
import type { TimeRange } from '../../domain/recording.ts';
import type { RecordedSpans } from '../../protocols/protocol.ts';
import type { Recorder } from './recorder.ts';
import { cutSpans, dayMs, daysOf, joinSpans, SpanCache } from './span-cache.ts';

/** By channel and day. */
type Days = ReadonlyMap<string, RecordedSpans>;

/** What is known of one device. Whoever has begun to ask goes on with it when it is forgotten. */
interface Listed {
  readonly zoneName: string;
  readonly cache: SpanCache;
  readonly asking: Map<string, Promise<Days>>;
}

/** Spans of the devices, each day of each channel asked for once in a while and once at a time. */
export class ListedSpans {
  readonly #devices = new Map<string, Listed>();

  /** By channel, in the time of the device. */
  async list(
    recorder: Recorder,
    channels: readonly string[],
    range: TimeRange,
    nowMs: number,
  ): Promise<ReadonlyMap<string, RecordedSpans>> {
    const listed = this.#listedOf(recorder);
    const { cache } = listed;
    const days = daysOf({ ...range, toMs: Math.min(range.toMs, nowMs + 1) });
    const lacks = (channel: string, day: number) => !cache.get(channel, day, nowMs);
    const lacking = channels.filter((channel) => days.some((day) => lacks(channel, day)));
    const wanted = days.filter((day) => lacking.some((channel) => lacks(channel, day)));
    const kept = new Map(
      channels.flatMap((channel) =>
        days.map((day) => [`${channel} ${day}`, cache.get(channel, day, nowMs)] as const),
      ),
    );
    const fresh = await Promise.all(
      runsOf(wanted).map((run) => ask(recorder, listed, { channels: lacking, days: run, nowMs })),
    );
    const known = new Map([...kept, ...fresh.flatMap((one) => [...one])]);
    return new Map(
      channels.map((channel) => {
        const found = days.flatMap((day) => known.get(`${channel} ${day}`) ?? []);
        const spans = found.flatMap((one) => one.spans);
        const precision = found.some((one) => one.precision === 'minute') ? 'minute' : 'exact';
        return [channel, { precision, spans: joinSpans(cutSpans(spans, range)) }];
      }),
    );
  }

  forget(deviceId: string): void {
    this.#devices.delete(deviceId);
  }

  /** A device that says it stands in another zone is asked anew, and what was of the other one goes. */
  #listedOf({ deviceId, zoneName }: Recorder): Listed {
    const before = this.#devices.get(deviceId);
    if (before?.zoneName === zoneName) return before;
    const listed = { zoneName, cache: new SpanCache(), asking: new Map() };
    this.#devices.set(deviceId, listed);
    return listed;
  }
}

interface Wanted {
  readonly channels: readonly string[];
  readonly days: readonly number[];
  /** By the clock of the device. */
  readonly nowMs: number;
}

function ask(recorder: Recorder, { cache, asking }: Listed, wanted: Wanted): Promise<Days> {
  const key = JSON.stringify([wanted.channels, wanted.days]);
  const running = asking.get(key);
  if (running !== undefined) return running;
  const fetching = fetchDays(recorder, cache, wanted).finally(() => asking.delete(key));
  asking.set(key, fetching);
  return fetching;
}

async function fetchDays(
  { operations, connection, zone }: Recorder,
  cache: SpanCache,
  { channels, days, nowMs }: Wanted,
): Promise<Days> {
  const { listRecordedSpans } = operations;
  if (!listRecordedSpans) throw new DeviceError('unsupported', 'not-supported');
  const [first = 0] = days;
  const last = days.at(-1) ?? first;
  const range = { fromMs: first * dayMs, toMs: Math.min((last + 1) * dayMs, nowMs + 1) };
  const found = await listRecordedSpans(connection, channels, range, zone);
  const precision = [...found.values()][0]?.precision ?? 'exact';
  const listed = new Map<string, RecordedSpans>();
  for (const channel of channels) {
    const recorded = found.get(channel);
    for (const day of days) {
      const within = { fromMs: day * dayMs, toMs: (day + 1) * dayMs };
      const spans = cutSpans(recorded?.spans ?? [], within);
      const told = { precision: recorded?.precision ?? precision, spans };
      listed.set(`${channel} ${day}`, told);
      cache.set(channel, day, told, nowMs);
    }
  }
  // The cache may have had to let go of some already.
  return listed;
}

/** Days that follow each other, together. */
function runsOf(days: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs;
}
