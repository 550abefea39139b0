import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DeviceRecordings } from '../device-recordings.ts';
import type { Channel } from './channel.ts';
import type { VodAnswer } from './channel-answers.ts';
import { ExportRoutes } from './export-routes.ts';
import {
  answerRecordedDays,
  answerRecordedMinutes,
  type Recorder,
} from './recorded-time-answers.ts';
import { answerRecordedVideo } from './recorded-video-answers.ts';
import type { RecorderClock } from './recorder-clock.ts';
import { RecorderDisk } from './recorder-disk.ts';
import { StorageRoutes } from './storage-routes.ts';

/** What the recorder has recorded: its lists, and the files behind them. */
export class RecorderFootage {
  readonly recordings: DeviceRecordings;
  readonly exports: ExportRoutes;
  readonly #recorder: Recorder;
  readonly #storage: StorageRoutes;

  constructor(channels: readonly Channel[], timeZone: string, clock: RecorderClock) {
    const disk = new RecorderDisk(clock.now);
    this.#recorder = { channels, disk, timeZone, now: clock.now };
    this.#storage = new StorageRoutes(disk, () => clock.aheadMs);
    this.exports = new ExportRoutes(this.#recorder, () => clock.aheadMs);
    this.recordings = {
      pieces: (channel, fromMs, toMs) => disk.pieces(channel, fromMs, toMs),
      disturbExports: (fields) => this.exports.disturb(fields),
      setClockAhead: (ms) => {
        clock.aheadMs = ms;
        return true;
      },
    };
  }

  handles(url: URL): boolean {
    return this.#storage.handles(url);
  }

  handle(url: URL, request: IncomingMessage, response: ServerResponse): void {
    this.#storage.handle(url, request, response);
  }

  /** Whether a search for video means recordings, and not what is live. */
  isRecorded(query: URLSearchParams): boolean {
    return (query.get('when') ?? 'now') !== 'now' || query.has('id');
  }

  answerVod(query: URLSearchParams, host: string): VodAnswer {
    return answerRecordedVideo(this.#recorder, query, host);
  }

  /** Days and minutes; null for anything else, and for what makes no sense. */
  find(query: URLSearchParams): object | null {
    if (query.get('what') === 'recDays') return answerRecordedDays(this.#recorder, query);
    if (query.get('what') === 'recMinutes') return answerRecordedMinutes(this.#recorder, query);
    return null;
  }
}
