import { framePacketHeaderBytes } from '../../api/frame-packet.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { Feed } from './feed.ts';
import type { FeedTable } from './feed-table.ts';
import { requireJpeg } from './frame-sources.ts';
import type { MediaDirectory } from './media-directory.ts';

const largestSnapshotBytes = 8 * 1024 * 1024;
const deadlineMs = 10_000;

/** Still pictures: the device's own, else the newest one of a stream of pictures. */
export class Snapshots {
  readonly #directory: MediaDirectory;
  readonly #table: FeedTable;
  readonly #running = new Map<string, Promise<Buffer>>();
  readonly #stops = new Set<() => void>();

  constructor(directory: MediaDirectory, table: FeedTable) {
    this.#directory = directory;
    this.#table = table;
  }

  /** Whoever asks while one is being taken gets that one. */
  take(cameraId: string): Promise<Buffer> {
    const running = this.#running.get(cameraId);
    if (running !== undefined) return running;
    const taken = this.#take(cameraId).finally(() => this.#running.delete(cameraId));
    this.#running.set(cameraId, taken);
    return taken;
  }

  stop(): void {
    for (const stop of [...this.#stops]) stop();
  }

  async #take(cameraId: string): Promise<Buffer> {
    const own = this.#directory.snapshotOf(cameraId);
    if (own !== null) {
      const limits = { maximumBytes: largestSnapshotBytes, deadlineMs };
      const { bytes } = await own.connection.readFile(own.target, limits);
      requireJpeg(bytes);
      return bytes;
    }
    const streams = this.#directory.streamsOf(cameraId).filter(({ kind }) => kind === 'mjpeg');
    const stream = streams.find(({ quality }) => quality === 'main') ?? streams[0];
    const feed = stream && this.#table.feedFor(cameraId, stream.id);
    if (!(feed instanceof Feed)) {
      throw new DeviceError('unsupported', 'not-supported', { operation: 'snapshot' });
    }
    return this.#firstFrame(feed);
  }

  #firstFrame(feed: Feed): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const finish = (outcome: () => void) => {
        clearTimeout(timer);
        this.#stops.delete(stop);
        feed.remove(viewer);
        this.#table.left(feed);
        outcome();
      };
      const stop = () => finish(() => reject(new DeviceError('unreachable', 'stopped')));
      const timer = setTimeout(
        () => finish(() => reject(feed.fault ?? new DeviceError('timeout', 'answer-timeout'))),
        deadlineMs,
      );
      const viewer = {
        frame: () => {
          const { latest } = feed;
          if (latest !== null && feed.live) {
            finish(() => resolve(latest.subarray(framePacketHeaderBytes)));
          }
        },
        notice: () => {
          const { fault } = feed;
          // One failed try is no reason to keep the person waiting for the ladder.
          if (fault !== null) finish(() => reject(fault));
        },
      };
      this.#stops.add(stop);
      feed.add(viewer);
    });
  }
}
