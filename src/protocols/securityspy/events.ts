import { EventLineReader } from '../parsing/event-line-reader.ts';
import { LocalClock } from '../parsing/local-clock.ts';
import type { DeviceLink, Operations } from '../protocol.ts';
import { cameraNumber, command } from './calls.ts';
import { control } from './endpoints-control.ts';
import { eventParts, eventText } from './endpoints-system.ts';
import { lineMeaning } from './line-events.ts';
import { serverClockMs, serverZone } from './server-zone.ts';
import { systemInfo } from './system-info.ts';

/** NULL comes each 10 seconds ("event_types"); two of them may be late. */
const silenceMs = 25_000;
const version = 3;

export const events = {
  /** Lines first: a part is known to be whole only when the next one begins. */
  async subscribeEvents(link: DeviceLink) {
    const { server, dateMs, receivedAtMs } = await systemInfo(link);
    const clockMs = serverClockMs(server) ?? dateMs ?? receivedAtMs;
    const clock = new LocalClock(serverZone(server)?.offsetMinutes, clockMs - receivedAtMs);
    const reader = () => new EventLineReader(clock, lineMeaning());
    const kind = 'stream';
    return [
      { kind, call: { endpoint: eventText, query: { version } }, silenceMs, reader },
      {
        kind,
        call: { endpoint: eventParts, query: { version, format: 'multipart' } },
        silenceMs,
        reader,
      },
    ];
  },
  async triggerMotion(link: DeviceLink, channel: string) {
    const endpoint = control.motionTrigger;
    await command(link, { endpoint, query: { cameraNum: cameraNumber(channel, endpoint) } });
  },
} satisfies Operations;
