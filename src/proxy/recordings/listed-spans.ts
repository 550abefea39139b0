import { DeviceError } from '../../domain/device-error.ts';
import type { TimeRange } from '../../domain/recording.ts';
import type { RecordedSpans } from '../../protocols/protocol.ts';
import type { Recorder } from './recorder.ts';
import { cutSpans, dayMs, daysOf, joinSpans, SpanCache } from './span-cache.ts';

/** Spans of the devices, each day of each channel asked for once in a while and once at a time. */
export class ListedSpans {
  readonly #caches = new Map<string, SpanCache>();
  readonly #asking = new Map<string, Promise<void>>();

  /** By channel, in the time of the device. */
  async list(
    recorder: Recorder,
    channels: readonly string[],
    range: TimeRange,
    deviceNowMs: number,
  ): Promise<ReadonlyMap<string, RecordedSpans>> {
    const cache = this.#cacheOf(recorder);
    const days = daysOf({ ...range, toMs: Math.min(range.toMs, deviceNowMs + 1) });
    const lacks = (channel: string, day: number) => !cache.get(channel, day, deviceNowMs);
    const lacking = channels.filter((channel) => days.some((day) => lacks(channel, day)));
    const wanted = days.filter((day) => lacking.some((channel) => lacks(channel, day)));
    const kept = new Map(
      channels.flatMap((channel) =>
        days.map((day) => [`${channel} ${day}`, cache.get(channel, day, deviceNowMs)] as const),
      ),
    );
    await Promise.all(runsOf(wanted).map((run) => this.#ask(recorder, lacking, run, deviceNowMs)));
    return new Map(
      channels.map((channel) => {
        const found = days.flatMap(
          (day) => cache.get(channel, day, deviceNowMs) ?? kept.get(`${channel} ${day}`) ?? [],
        );
        const spans = found.flatMap((one) => one.spans);
        const precision = found.some((one) => one.precision === 'minute') ? 'minute' : 'exact';
        return [channel, { precision, spans: joinSpans(cutSpans(spans, range)) }];
      }),
    );
  }

  forget(deviceId: string): void {
    for (const key of this.#caches.keys()) {
      if (key.startsWith(`${deviceId} `)) this.#caches.delete(key);
    }
  }

  #ask(
    recorder: Recorder,
    channels: readonly string[],
    days: readonly number[],
    nowMs: number,
  ): Promise<void> {
    const { deviceId, zoneName } = recorder;
    const key = JSON.stringify([deviceId, zoneName, channels, days]);
    const running = this.#asking.get(key);
    if (running !== undefined) return running;
    const asking = this.#fetch(recorder, channels, days, nowMs).finally(() =>
      this.#asking.delete(key),
    );
    this.#asking.set(key, asking);
    return asking;
  }

  async #fetch(
    recorder: Recorder,
    channels: readonly string[],
    days: readonly number[],
    nowMs: number,
  ): Promise<void> {
    const { operations, connection, zone } = recorder;
    const { listRecordedSpans } = operations;
    if (!listRecordedSpans) throw new DeviceError('unsupported', 'not-supported');
    const [first = 0] = days;
    const last = days.at(-1) ?? first;
    const range = { fromMs: first * dayMs, toMs: Math.min((last + 1) * dayMs, nowMs + 1) };
    const found = await listRecordedSpans(connection, channels, range, zone);
    const precision = [...found.values()][0]?.precision ?? 'exact';
    const cache = this.#cacheOf(recorder);
    for (const channel of channels) {
      const recorded = found.get(channel);
      for (const day of days) {
        const within = { fromMs: day * dayMs, toMs: (day + 1) * dayMs };
        const spans = cutSpans(recorded?.spans ?? [], within);
        cache.set(channel, day, { precision: recorded?.precision ?? precision, spans }, nowMs);
      }
    }
  }

  /** A device that says it stands in another zone is asked anew. */
  #cacheOf({ deviceId, zoneName }: Recorder): SpanCache {
    const key = `${deviceId} ${zoneName}`;
    const cache = this.#caches.get(key) ?? new SpanCache();
    this.#caches.set(key, cache);
    return cache;
  }
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
