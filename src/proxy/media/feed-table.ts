import type { Problem } from '../../api/problem.ts';
import type { Environment } from '../link/environment.ts';
import { Feed, isFrameKind } from './feed.ts';
import type { MediaDirectory } from './media-directory.ts';
import { unknownStream, wrongKind } from './media-problem.ts';

/** How long a feed outlives its last viewer, so that a change of layout does not dial again. */
export const lingerMs = 1000;

export function streamKey(cameraId: string, streamId: string): string {
  return JSON.stringify([cameraId, streamId]);
}

/** The feeds that somebody watches: one per stream, however many do. */
export class FeedTable {
  readonly #directory: MediaDirectory;
  readonly #environment: Environment;
  readonly #feeds = new Map<string, Feed>();
  readonly #lingering = new Map<Feed, NodeJS.Timeout>();
  #lastNumber = 0;

  constructor(directory: MediaDirectory, environment: Environment) {
    this.#directory = directory;
    this.#environment = environment;
  }

  get feeds(): Iterable<Feed> {
    return this.#feeds.values();
  }

  /** The feed of a stream; whoever asks adds a viewer to it, and says `left` after removing it. */
  feedFor(cameraId: string, streamId: string): Feed | Problem {
    const find = () => this.#directory.find(cameraId, streamId);
    const source = find();
    if (source === null) return unknownStream;
    if (!isFrameKind(source.stream.kind)) return wrongKind;
    const key = streamKey(cameraId, streamId);
    const known = this.#feeds.get(key);
    if (known !== undefined) {
      clearTimeout(this.#lingering.get(known));
      this.#lingering.delete(known);
      return known;
    }
    this.#lastNumber += 1;
    const feed = new Feed(this.#lastNumber, source.deviceId, find, this.#environment);
    this.#feeds.set(key, feed);
    return feed;
  }

  /** A viewer was removed from the feed. */
  left(feed: Feed): void {
    if (feed.viewers > 0 || this.#lingering.has(feed)) return;
    const timer = setTimeout(() => {
      this.#lingering.delete(feed);
      for (const [key, value] of this.#feeds) if (value === feed) this.#feeds.delete(key);
      feed.stop();
    }, lingerMs);
    this.#lingering.set(feed, timer);
  }

  picturesFlow(deviceId: string): boolean {
    return [...this.#feeds.values()].some((feed) => feed.deviceId === deviceId && feed.live);
  }

  deviceChanged(deviceId: string): void {
    for (const feed of this.#feeds.values()) if (feed.deviceId === deviceId) feed.redial();
  }

  stop(): void {
    for (const timer of this.#lingering.values()) clearTimeout(timer);
    this.#lingering.clear();
    for (const feed of this.#feeds.values()) feed.stop();
    this.#feeds.clear();
  }
}
