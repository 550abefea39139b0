import type { Channel } from './channel.ts';
import type { VodAnswer } from './channel-answers.ts';
import { flag } from './json-reply.ts';
import type { Recorder } from './recorded-time-answers.ts';
import type { RecordedVideo } from './recording-plan.ts';
import { liveSources } from './stream-addresses.ts';
import { readInstant, zonedIso } from './zone-time.ts';

const usualCount = 10;
const mostCount = 50;
/** "Only data within 1 second is retrieved from the time specified." */
const usualSearchMs = 1000;
const liveMs = 60_000;
const unitMs: Readonly<Record<string, number>> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
};
const badRequest: VodAnswer = { status: 400, body: { code: -1, message: 'Bad request' } };

/** Where a file lies, as the samples have it: folders of a thousand. */
export function pathOfVideo(id: number): string {
  const folders = [1e9, 1e6, 1e3].map((size) => Math.floor(id / size));
  return `/storage/e/0/${folders.join('/')}/${id}.mp4`;
}

/** A number with one unit, seconds without; null for anything else. */
function readDuration(text: string | null): number | null {
  if (text === null) return usualSearchMs;
  const [, count, unit = 's'] = /^(\d+)(w|d|h|m|s|ms)?$/.exec(text) ?? [];
  return count === undefined ? null : Number(count) * (unitMs[unit] ?? 0);
}

/** "Recorded video source": by time, or by the number of a file and its neighbours. */
export function answerRecordedVideo(
  recorder: Recorder,
  query: URLSearchParams,
  host: string,
): VodAnswer {
  const count = Number(query.get('limit') ?? usualCount);
  if (!Number.isInteger(count) || count < 1 || count > mostCount) return badRequest;
  const found = query.has('id') ? byNumber(recorder, query) : byTime(recorder, query);
  if (found === null) return badRequest;
  const videos: RecordedVideo[] = [];
  for (const video of found) {
    videos.push(video);
    if (videos.length === count) break;
  }
  const body: object[] = videos.map((video) => entryOf(recorder, video, host));
  if (!query.has('id') && body.length < count) body.push(...liveEntries(recorder, query, host));
  return { status: 200, body };
}

function channelOf({ channels }: Recorder, query: URLSearchParams): Channel | undefined {
  return channels.find(({ id }) => String(id) === query.get('ch'));
}

function byTime(recorder: Recorder, query: URLSearchParams): Iterable<RecordedVideo> | null {
  const channel = channelOf(recorder, query);
  const whenMs = readInstant(recorder.timeZone, query.get('when') ?? '');
  const durationMs = readDuration(query.get('duration'));
  if (!query.has('ch') || whenMs === null || durationMs === null) return null;
  if (channel === undefined) return [];
  const { disk } = recorder;
  const [first] = disk.videos(channel.id, whenMs, whenMs + durationMs);
  if (first !== undefined) return disk.videos(channel.id, whenMs, whenMs + durationMs);
  const otherwise = query.get('otherwise');
  const near =
    otherwise === 'nearBefore'
      ? disk.before(channel.id, whenMs)
      : otherwise === 'nearAfter'
        ? disk.after(channel.id, whenMs + durationMs)
        : null;
  return near === null ? [] : [near];
}

/** From a file on, from the one after it on, or the one before it. */
function* byNumber(recorder: Recorder, query: URLSearchParams): Generator<RecordedVideo, void> {
  const { disk } = recorder;
  const asked = disk.video(Number(query.get('id')));
  if (asked === null) return;
  const { channel, startMs } = asked;
  if (flag(query, 'prev')) {
    const before = disk.before(channel, startMs);
    if (before !== null) yield before;
    return;
  }
  const fromMs = flag(query, 'next') ? startMs + 1 : startMs;
  for (const video of disk.videos(channel, fromMs, recorder.now())) {
    if (video.startMs >= fromMs) yield video;
  }
}

/** A search that ends in the present finds the live picture too, unless `nolive` forbids it. */
function liveEntries(recorder: Recorder, query: URLSearchParams, host: string): object[] {
  const channel = channelOf(recorder, query);
  const whenMs = readInstant(recorder.timeZone, query.get('when') ?? '') ?? 0;
  const isRecent = whenMs > recorder.now() - liveMs;
  if (channel === undefined || !isRecent || flag(query, 'nolive')) return [];
  return [{ chid: channel.id, title: channel.title, src: liveSources(channel, host, query) }];
}

function entryOf({ channels, timeZone }: Recorder, video: RecordedVideo, host: string): object {
  const channel = channels.find(({ id }) => id === video.channel);
  const stream = channel?.stream('main');
  return {
    chid: video.channel,
    // Titles of recordings travel percent-encoded, points and all.
    title: encodeURIComponent(channel?.title ?? '').replaceAll('.', '%2E'),
    fileId: video.id,
    src: [
      {
        src: `http://${host}${pathOfVideo(video.id)}`,
        type: 'video/mp4',
        label: '720p',
        size: [stream?.width ?? 0, stream?.height ?? 0],
        timeRange: [zonedIso(timeZone, video.startMs), zonedIso(timeZone, video.endMs)],
      },
    ],
  };
}
