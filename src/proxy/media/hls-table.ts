import { DeviceError } from '../../domain/device-error.ts';
import { streamKey } from './feed-table.ts';
import { HlsRelay } from './hls-relay.ts';
import type { MediaDirectory } from './media-directory.ts';

const idleAfterMs = 10_000;
const sweepEveryMs = 5000;

/** The HLS streams that were asked for lately. */
export class HlsTable {
  readonly #directory: MediaDirectory;
  readonly #relays = new Map<string, HlsRelay>();
  #sweep: NodeJS.Timeout | undefined;

  constructor(directory: MediaDirectory) {
    this.#directory = directory;
  }

  get relays(): number {
    return this.#relays.size;
  }

  /** @throws DeviceError when there is no such stream */
  relayFor(cameraId: string, streamId: string): HlsRelay {
    const key = streamKey(cameraId, streamId);
    const source = this.#directory.find(cameraId, streamId);
    if (source === null) throw new DeviceError('unsupported', 'not-found', { operation: 'hls' });
    if (source.stream.kind !== 'hls') {
      throw new DeviceError('unsupported', 'not-supported', { operation: 'hls' });
    }
    const known = this.#relays.get(key);
    const isSame =
      known?.source.connection === source.connection &&
      known.source.stream.target === source.stream.target;
    if (known !== undefined && isSame) return known;
    const relay = new HlsRelay(source);
    this.#relays.set(key, relay);
    this.#sweep ??= setInterval(() => this.#dropIdle(), sweepEveryMs);
    return relay;
  }

  picturesFlow(deviceId: string): boolean {
    return [...this.#relays.values()].some(
      (relay) => relay.source.deviceId === deviceId && relay.live,
    );
  }

  deviceChanged(deviceId: string): void {
    for (const [key, relay] of this.#relays) {
      if (relay.source.deviceId === deviceId) this.#relays.delete(key);
    }
  }

  stop(): void {
    this.#relays.clear();
    clearInterval(this.#sweep);
    this.#sweep = undefined;
  }

  #dropIdle(): void {
    const idleSinceMs = performance.now() - idleAfterMs;
    for (const [key, relay] of this.#relays) {
      if (relay.usedAtMs < idleSinceMs) this.#relays.delete(key);
    }
    if (this.#relays.size === 0) this.stop();
  }
}
