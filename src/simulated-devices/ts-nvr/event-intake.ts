import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CommandDesk } from '../control/command-desk.ts';
import { type Outcome, obeyed, refused } from '../control/device-command.ts';
import { readBody } from '../http/read-body.ts';
import type { Channel } from './channel.ts';
import { EventCopies } from './event-copies.ts';
import { callPoints, plateZones } from './event-sources.ts';
import { sendJson } from './json-reply.ts';
import type { RecorderEvents } from './recorder-events.ts';

export interface EventIntakeOptions {
  readonly events: RecorderEvents;
  readonly desk: CommandDesk;
  readonly channels: readonly Channel[];
  readonly now: () => number;
}

type Fields = Readonly<Record<string, unknown>>;

const mostBodyBytes = 65_536;
const userDefined = { type: 6, typeName: 'User-defined event', code: 1 } as const;

/** "Pushing events to the server" and "Event Backup": what others tell the recorder. */
export class EventIntake {
  readonly copies: EventCopies;
  readonly #options: EventIntakeOptions;

  constructor(options: EventIntakeOptions) {
    this.#options = options;
    this.copies = new EventCopies(options.now);
  }

  handles({ method }: IncomingMessage, { pathname }: URL): boolean {
    const asked = `${method} ${pathname}`;
    return asked === 'POST /api/push' || asked === 'PUT /api/event-videos/trigger';
  }

  async handle(request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
    const told = readObjects((await readBody(request, mostBodyBytes)) ?? '');
    const isPush = url.pathname === '/api/push';
    const [first] = told;
    const { desk } = this.#options;
    let body: object | null = null;
    desk.take(
      response,
      {
        camera: typeof first?.chid === 'number' ? first.chid : -1,
        kind: 'other',
        command: isPush ? 'push' : 'event-videos/trigger',
        parameters: plainWords(first ?? {}),
      },
      (): Outcome => {
        if (isPush) return this.#push(told);
        body = first === undefined ? null : this.#trigger(first);
        return body === null ? refused('no such channel') : obeyed('is backed up');
      },
      (outcome) => {
        if (!outcome.obeyed)
          return void sendJson(response, 400, { code: -1, message: 'Bad request' });
        if (body !== null) return void sendJson(response, 200, body);
        return void response.writeHead(200, { 'Content-Length': 0 }).end();
      },
    );
  }

  /** Each is told to those who listen, in the order in which it came. */
  #push(told: readonly Fields[]): Outcome {
    const { plate, call } = this.#options.events.sightings;
    const readable = told.filter(({ topic }) => topic === 'LPR' || topic === 'emergencyCall');
    if (readable.length === 0 || readable.length < told.length) return refused('no known topic');
    for (const { topic, src, plateNo, when, timeBegin, device, event, camera } of readable) {
      const atMs = instant(when, this.#options.now());
      const code = String(src);
      if (topic === 'LPR') {
        const zoneName = plateZones.find((zone) => zone.code === code)?.name ?? code;
        const beginMs = instant(timeBegin, atMs);
        const fields = { plate: String(plateNo), zone: code, zoneName, atMs, beginMs };
        plate({ kind: 'plate', fields });
      } else {
        const point = callPoints.find((one) => one.code === code);
        const channels = typeof camera === 'string' ? numbersOf(camera) : point?.linkedChannel;
        const fields = { caller: code, name: point?.name ?? code, atMs, channels };
        const deviceName = String(device);
        call({ kind: 'call', fields: { ...fields, deviceName, on: event !== 'callEnd' } });
      }
    }
    return obeyed(`told of ${readable.length}`);
  }

  /** Logged as a user-defined event; the files are named now and made later. */
  #trigger({ chid, timestamp, title, comment, tasks }: Fields): object | null {
    const { channels, events, now } = this.#options;
    if (!channels.some(({ id }) => id === chid)) return null;
    const atMs = instant(timestamp, now());
    const eventId = events.records.addFact({
      ...userDefined,
      codeName: typeof title === 'string' ? title : 'Event',
      atMs,
      param: { chid },
      ...(comment === undefined ? {} : { comment: JSON.stringify(comment) }),
    });
    const backup = (Array.isArray(tasks) ? (tasks as readonly Fields[]) : []).find(
      ({ command }) => command === 'eventBackup',
    );
    if (backup === undefined) return { eventId };
    const asked = Array.isArray(backup.chids) ? backup.chids.map(Number) : [];
    const chids = [...new Set([Number(chid), ...asked])];
    const [day, time] = new Date(atMs).toISOString().replaceAll(/[-:]/g, '').split(/[T.]/);
    const folder = `/event-storage/e/${day}/${time}`;
    const range = {
      fromMs: atMs - secondsOf(backup.preAlarm) * 1000,
      toMs: atMs + secondsOf(backup.postAlarm) * 1000,
    };
    const videoURLs = chids.map((channel) => {
      const path = `${folder}/ch${channel}-${day}-${time}.mp4`;
      this.copies.add(path, { channel, ...range });
      return path;
    });
    return { eventId, videoURLs };
  }
}

function instant(value: unknown, otherwise: number): number {
  const atMs = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(atMs) ? otherwise : atMs;
}

/** `5`, `5s` or `1m`. */
function secondsOf(value: unknown): number {
  const [, count = '0', unit] = /^(\d+)(s|m|h)?$/.exec(String(value)) ?? [];
  return Number(count) * (unit === 'h' ? 3600 : unit === 'm' ? 60 : 1);
}

function numbersOf(list: string): number[] {
  return list
    .split(',')
    .filter((one) => one !== '')
    .map(Number);
}

function plainWords(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
}

/** One or several; none for anything but JSON. */
function readObjects(body: string): readonly Fields[] {
  try {
    const value: unknown = JSON.parse(body);
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list.filter((one): one is Fields => typeof one === 'object' && one !== null);
  } catch {
    // No JSON: the caller answers that nothing in it is known.
    return [];
  }
}
