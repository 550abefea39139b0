import type { EventSubscription, PolledCall } from '../event-operations.ts';
import { EventLineReader } from '../parsing/event-line-reader.ts';
import { LocalClock } from '../parsing/local-clock.ts';
import type { DeviceLink, Operations } from '../protocol.ts';
import { systemInfo } from './camera-list.ts';
import { searchCameras } from './camera-search.ts';
import { legacyEndpoint } from './endpoints.ts';
import { lineMeaning } from './line-events.ts';
import { StatusReader } from './status-reader.ts';

/** NULL comes each 10 seconds; two of them may be late. */
const silenceMs = 25_000;
const watchedEveryMs = 1000;
const elseEveryMs = 5000;
/** Each camera is a request on a socket of its own, so a round of many takes longer. */
const perCameraMs = 250;

async function cameraNumbers(link: DeviceLink): Promise<readonly number[]> {
  const found: number[] = [];
  for await (const number of searchCameras(link)) found.push(number);
  return found;
}

function statusOf(cameraNum: number): PolledCall {
  return {
    call: { endpoint: legacyEndpoint.cameraStatus, query: { cameraNum } },
    reader: () => new StatusReader(String(cameraNum)),
  };
}

export const eventOperations = {
  /** The stream, which servers of this age have, and else what the document has: the status. */
  async subscribeEvents(link: DeviceLink): Promise<readonly EventSubscription[]> {
    const info = await systemInfo(link);
    const numbers = info?.cameras.map(({ number }) => number) ?? (await cameraNumbers(link));
    const { zone, clockMs } = info?.identity ?? {};
    const aheadMs = info === undefined || clockMs === undefined ? 0 : clockMs - info.receivedAtMs;
    const clock = new LocalClock(zone?.offsetMinutes, aheadMs);
    const [first, ...further] = numbers.map(statusOf);
    const stream: EventSubscription = {
      kind: 'stream',
      call: { endpoint: legacyEndpoint.eventStream, query: { version: 2 } },
      silenceMs,
      reader: () => new EventLineReader(clock, lineMeaning()),
    };
    if (first === undefined) return [stream];
    const roundMs = numbers.length * perCameraMs;
    const rhythm = {
      watchedEveryMs: Math.max(watchedEveryMs, roundMs),
      elseEveryMs: Math.max(elseEveryMs, roundMs),
    };
    return [stream, { kind: 'poll', ...first, ...rhythm, further }];
  },
} satisfies Operations;
