import type { WebSocket } from 'ws';
import { DeviceError } from '../../domain/device-error.ts';
import type { Viewing } from '../access/viewing.ts';
import { lingerMs, streamKey } from './feed-table.ts';
import { FlvRelay } from './flv-relay.ts';
import type { FlvSources } from './flv-sources.ts';
import { FlvViewer } from './flv-viewer.ts';
import type { MediaDirectory } from './media-directory.ts';
import { unknownStream, wrongKind } from './media-problem.ts';

/** A stream of a camera, by our own ids. */
export interface StreamName {
  readonly cameraId: string;
  readonly streamId: string;
}

/** The FLV streams that somebody watches, and their viewers. */
export class FlvTable {
  readonly #directory: MediaDirectory;
  readonly #sources: FlvSources;
  readonly #relays = new Map<string, FlvRelay>();
  readonly #lingering = new Map<FlvRelay, NodeJS.Timeout>();
  readonly #viewers = new Set<FlvViewer>();

  constructor(directory: MediaDirectory, sources: FlvSources) {
    this.#directory = directory;
    this.#sources = sources;
  }

  get relays(): number {
    return this.#relays.size;
  }

  get viewers(): number {
    return this.#viewers.size;
  }

  accept(socket: WebSocket, { cameraId, streamId }: StreamName, viewing: Viewing): void {
    let relay: FlvRelay | null = null;
    let closed: (() => void) | undefined;
    const viewer = new FlvViewer(socket, () => {
      this.#viewers.delete(viewer);
      closed?.();
      if (relay !== null) this.#left(relay, viewer);
    });
    this.#viewers.add(viewer);
    const source = viewing.may(cameraId) ? this.#directory.find(cameraId, streamId) : null;
    const read = source === null ? undefined : this.#sources[source.stream.kind];
    if (source === null) viewer.fail(unknownStream);
    else if (read === undefined) viewer.fail(wrongKind);
    else {
      const key = streamKey(cameraId, streamId);
      relay =
        this.#relays.get(key) ?? new FlvRelay(source, read, (ended) => this.#forget(key, ended));
      this.#relays.set(key, relay);
      clearTimeout(this.#lingering.get(relay));
      this.#lingering.delete(relay);
      closed = viewing.opened(cameraId);
      relay.add(viewer);
    }
  }

  picturesFlow(deviceId: string): boolean {
    return [...this.#relays.values()].some(
      (relay) => relay.source.deviceId === deviceId && relay.live,
    );
  }

  deviceChanged(deviceId: string): void {
    for (const relay of [...this.#relays.values()]) {
      if (relay.source.deviceId === deviceId) relay.end(new DeviceError('unreachable', 'stopped'));
    }
  }

  stop(): void {
    for (const viewer of [...this.#viewers]) viewer.finish();
    for (const relay of [...this.#relays.values()]) {
      relay.end(new DeviceError('unreachable', 'stopped'));
    }
  }

  #left(relay: FlvRelay, viewer: FlvViewer): void {
    relay.remove(viewer);
    if (relay.viewers > 0 || this.#lingering.has(relay)) return;
    const end = () => relay.end(new DeviceError('unreachable', 'stopped'));
    this.#lingering.set(relay, setTimeout(end, lingerMs));
  }

  #forget(key: string, relay: FlvRelay): void {
    clearTimeout(this.#lingering.get(relay));
    this.#lingering.delete(relay);
    if (this.#relays.get(key) === relay) this.#relays.delete(key);
  }
}
