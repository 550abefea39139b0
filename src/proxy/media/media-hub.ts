import type { WebSocket } from 'ws';
import type { Viewing } from '../access/viewing.ts';
import type { Environment } from '../link/environment.ts';
import { FeedTable } from './feed-table.ts';
import type { Ffmpeg } from './ffmpeg/ffmpeg.ts';
import { flvSources } from './flv-sources.ts';
import { FlvTable, type StreamName } from './flv-table.ts';
import { FramesWindow } from './frames-window.ts';
import { HlsTable } from './hls-table.ts';
import type { MediaDirectory } from './media-directory.ts';
import { Snapshots } from './snapshots.ts';

export interface MediaStatistics {
  /** Streams of pictures that are kept, and how many of them hold or dial a connection. */
  readonly feeds: number;
  readonly upstreams: number;
  /** Pairs of a window and a feed. */
  readonly viewers: number;
  readonly windows: number;
  readonly framesReceived: number;
  readonly framesSkipped: number;
  readonly flvStreams: number;
  readonly flvViewers: number;
  readonly hlsStreams: number;
}

/**
 * Pictures in motion: one connection to the device for each stream, however many watch. Whoever
 * makes the WebSocket server gives it `perMessageDeflate: false`, a `maxPayload` of 16 KiB (only
 * short requests come in) and `maxFragments: 64`, and has checked who asks before handing over.
 */
export class MediaHub {
  readonly #feeds: FeedTable;
  readonly #flv: FlvTable;
  readonly #hls: HlsTable;
  readonly #snapshots: Snapshots;
  readonly #windows = new Set<FramesWindow>();
  #skippedByGone = 0;
  /** Whether RTSP can be shown. */
  readonly repackages: boolean;

  /** @param ffmpeg null where this machine has none: RTSP cannot be shown then */
  constructor(directory: MediaDirectory, environment: Environment, ffmpeg: Ffmpeg | null = null) {
    this.repackages = ffmpeg !== null;
    this.#feeds = new FeedTable(directory, environment);
    this.#flv = new FlvTable(directory, flvSources(ffmpeg));
    this.#hls = new HlsTable(directory);
    this.#snapshots = new Snapshots(directory, this.#feeds);
  }

  /** `/ws/frames`, as `api/frames.ts` describes it. */
  acceptFramesSocket(socket: WebSocket, viewing: Viewing): void {
    const window = new FramesWindow(socket, this.#feeds, viewing, (gone) => {
      this.#skippedByGone += gone.framesSkipped;
      this.#windows.delete(gone);
    });
    this.#windows.add(window);
  }

  /** `/ws/flv`: binary messages that make an FLV file, which begins at a key frame. */
  acceptFlvSocket(socket: WebSocket, stream: StreamName, viewing: Viewing): void {
    this.#flv.accept(socket, stream, viewing);
  }

  /** The playlist with our own relative names. Fails with a DeviceError. */
  async hlsPlaylist(cameraId: string, streamId: string): Promise<string> {
    return this.#hls.relayFor(cameraId, streamId).playlist();
  }

  /** @param name as it stands in the playlist. Fails with a DeviceError; `not-found` for a stranger's name. */
  async hlsSegment(
    cameraId: string,
    streamId: string,
    name: string,
  ): Promise<{ bytes: Buffer; contentType: string }> {
    return this.#hls.relayFor(cameraId, streamId).segment(name);
  }

  /** A JPEG of now. Fails with a DeviceError; `not-supported` where there is no way to one. */
  async snapshot(cameraId: string): Promise<{ bytes: Buffer }> {
    return { bytes: await this.#snapshots.take(cameraId) };
  }

  /** Address or password changed, or the device was removed: what runs ends and dials again at once. */
  deviceChanged(deviceId: string): void {
    this.#feeds.deviceChanged(deviceId);
    this.#flv.deviceChanged(deviceId);
    this.#hls.deviceChanged(deviceId);
  }

  /** Whether pictures of the device came a moment ago, and nothing has failed since. */
  picturesFlow(deviceId: string): boolean {
    return (
      this.#feeds.picturesFlow(deviceId) ||
      this.#flv.picturesFlow(deviceId) ||
      this.#hls.picturesFlow(deviceId)
    );
  }

  statistics(): MediaStatistics {
    const feeds = [...this.#feeds.feeds];
    const windows = [...this.#windows];
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
    return {
      feeds: feeds.length,
      upstreams: feeds.filter((feed) => feed.dialled).length + this.#flv.relays,
      viewers: sum(feeds.map((feed) => feed.viewers)),
      windows: windows.length,
      framesReceived: sum(feeds.map((feed) => feed.framesReceived)),
      framesSkipped: this.#skippedByGone + sum(windows.map((window) => window.framesSkipped)),
      flvStreams: this.#flv.relays,
      flvViewers: this.#flv.viewers,
      hlsStreams: this.#hls.relays,
    };
  }

  /** Closes every viewer and every connection; nothing of it runs any more afterwards. */
  async stop(): Promise<void> {
    this.#snapshots.stop();
    for (const window of [...this.#windows]) window.finish();
    this.#flv.stop();
    this.#hls.stop();
    this.#feeds.stop();
  }
}
