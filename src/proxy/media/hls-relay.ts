import { DeviceError } from '../../domain/device-error.ts';
import { largestPlaylistBytes, type ReadPlaylist, readPlaylist } from './hls-playlist.ts';
import type { MediaSource } from './media-directory.ts';
import { SegmentNames } from './segment-names.ts';
import { segmentType } from './segment-type.ts';

export interface Segment {
  readonly bytes: Buffer;
  readonly contentType: string;
}

const playlistDeadlineMs = 5000;
const segmentDeadlineMs = 10_000;
const largestSegmentBytes = 16 * 1024 * 1024;
const cacheBytes = 16 * 1024 * 1024;
/** As long as the usual segment lasts, and some. */
const liveForMs = 10_000;
const longestPlaylistAgeMs = 2000;

/** One HLS stream of a device: however many play it, each playlist and segment is fetched once. */
export class HlsRelay {
  readonly source: MediaSource;
  readonly #names = new SegmentNames();
  readonly #segments = new Map<string, Segment>();
  readonly #fetching = new Map<string, Promise<Segment>>();
  #cachedBytes = 0;
  #firstSequence = 0;
  #mediaTarget: string | null = null;
  #playlist: { readonly text: string; readonly freshUntilMs: number } | null = null;
  #playlistFetch: Promise<string> | null = null;
  usedAtMs = performance.now();
  /** Undefined since anything that was asked for did not come. */
  #segmentAtMs: number | undefined;

  constructor(source: MediaSource) {
    this.source = source;
  }

  /** Goes by segments, for a dead encoder leaves its playlist behind. */
  get live(): boolean {
    return this.#segmentAtMs !== undefined && performance.now() - this.#segmentAtMs < liveForMs;
  }

  playlist(): Promise<string> {
    this.usedAtMs = performance.now();
    if (this.#playlist !== null && this.#playlist.freshUntilMs > this.usedAtMs) {
      return Promise.resolve(this.#playlist.text);
    }
    this.#playlistFetch ??= this.#fetchPlaylist().finally(() => {
      this.#playlistFetch = null;
    });
    return this.#playlistFetch;
  }

  segment(name: string): Promise<Segment> {
    this.usedAtMs = performance.now();
    const cached = this.#segments.get(name);
    if (cached !== undefined) return Promise.resolve(cached);
    const running = this.#fetching.get(name);
    if (running !== undefined) return running;
    const target = this.#names.targetOf(name);
    if (target === undefined) {
      return Promise.reject(new DeviceError('unsupported', 'not-found', { operation: 'segment' }));
    }
    const fetching = this.#fetchSegment(name, target).finally(() => this.#fetching.delete(name));
    this.#fetching.set(name, fetching);
    return fetching;
  }

  async #fetchPlaylist(): Promise<string> {
    try {
      let read = await this.#read(this.#mediaTarget ?? this.source.stream.target);
      if (read.kind === 'master') {
        this.#mediaTarget = read.target;
        read = await this.#read(read.target);
      }
      // A master that leads to a master leads in circles.
      if (read.kind === 'master') throw new DeviceError('malformed-reply', 'not-a-stream');
      this.#follow(read.firstSequence);
      const ageMs = Math.min(longestPlaylistAgeMs, read.targetSeconds * 500);
      this.#playlist = { text: read.text, freshUntilMs: performance.now() + ageMs };
      return read.text;
    } catch (error) {
      this.#mediaTarget = null;
      throw error;
    }
  }

  /** A device that counts from the start again begins anew, and so do the names of its files. */
  #follow(firstSequence: number): void {
    if (firstSequence < this.#firstSequence) {
      this.#segments.clear();
      this.#cachedBytes = 0;
    }
    this.#firstSequence = firstSequence;
  }

  async #read(target: string): Promise<ReadPlaylist> {
    const bytes = await this.#fetch(target, {
      maximumBytes: largestPlaylistBytes,
      deadlineMs: playlistDeadlineMs,
    });
    return readPlaylist(bytes.toString('utf8'), {
      target,
      quality: this.source.stream.quality,
      isOwnHost: (hostname) => this.source.connection.isOwnHost(hostname),
      nameOf: (segment, sequence) => this.#names.nameOf(segment, sequence),
    });
  }

  async #fetchSegment(name: string, target: string): Promise<Segment> {
    const bytes = await this.#fetch(target, {
      maximumBytes: largestSegmentBytes,
      deadlineMs: segmentDeadlineMs,
    });
    const segment = { bytes, contentType: segmentType(bytes) };
    this.#segmentAtMs = performance.now();
    this.#segments.set(name, segment);
    this.#cachedBytes += bytes.length;
    for (const [oldest, { bytes: old }] of this.#segments) {
      if (this.#cachedBytes <= cacheBytes) break;
      this.#segments.delete(oldest);
      this.#cachedBytes -= old.length;
    }
    return segment;
  }

  async #fetch(
    target: string,
    limits: { readonly maximumBytes: number; readonly deadlineMs: number },
  ): Promise<Buffer> {
    try {
      return (
        await this.source.connection.readFile({ target, port: this.source.stream.port }, limits)
      ).bytes;
    } catch (error) {
      this.#segmentAtMs = undefined;
      throw error;
    }
  }
}
