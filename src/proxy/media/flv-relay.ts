import { DeviceError } from '../../domain/device-error.ts';
import { stallAfterMs } from '../../domain/stall.ts';
import { deviceFault } from '../link/device-fault.ts';
import { FlvMemory } from './flv-memory.ts';
import type { FlvTag } from './flv-reader.ts';
import type { FlvSource } from './flv-source.ts';
import type { FlvViewer } from './flv-viewer.ts';
import type { MediaSource } from './media-directory.ts';
import { mediaProblem } from './media-problem.ts';
import { SilenceWatch } from './silence-watch.ts';

/**
 * One stream of a device as FLV, for as many viewers as like. Timestamps cannot be joined across two
 * connections, so its end is the end for every viewer, whose player then begins anew.
 */
export class FlvRelay {
  readonly source: MediaSource;
  readonly #onEnd: (relay: FlvRelay) => void;
  readonly #controller = new AbortController();
  readonly #memory = new FlvMemory();
  readonly #viewers = new Set<FlvViewer>();
  readonly #silence: SilenceWatch;
  #ended = false;
  #mediaCame = false;

  /** @param read how this kind of stream becomes FLV */
  constructor(source: MediaSource, read: FlvSource, onEnd: (relay: FlvRelay) => void) {
    this.source = source;
    this.#onEnd = onEnd;
    const perSecond = source.stream.framesPerSecond;
    const stallMs = stallAfterMs(perSecond ? 1000 / perSecond : undefined);
    this.#silence = new SilenceWatch(
      () => stallMs,
      () => this.end(new DeviceError('timeout', 'stalled')),
    );
    this.#run(read).then(
      () => this.end(new DeviceError('unreachable', 'connection-lost')),
      (error: unknown) => this.end(deviceFault(error)),
    );
  }

  /** A server that waits for a publisher sends what comes before the pictures, and then nothing. */
  get live(): boolean {
    return this.#mediaCame && !this.#ended;
  }

  get viewers(): number {
    return this.#viewers.size;
  }

  add(viewer: FlvViewer): void {
    this.#viewers.add(viewer);
    viewer.join(this.#memory);
  }

  remove(viewer: FlvViewer): void {
    this.#viewers.delete(viewer);
  }

  /** Hangs up at the device and tells every viewer why. */
  end(fault: DeviceError): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#silence.stop();
    this.#controller.abort(fault);
    this.#onEnd(this);
    const problem = mediaProblem(fault);
    for (const viewer of [...this.#viewers]) viewer.fail(problem);
  }

  async #run(read: FlvSource): Promise<void> {
    await read(this.source, this.#controller.signal, {
      answered: () => {
        if (!this.#ended) this.#silence.mark();
      },
      header: (bytes) => {
        if (this.#ended) return;
        this.#memory.setHeader(bytes);
        for (const viewer of this.#viewers) viewer.join(this.#memory);
      },
      tag: (tag) => {
        if (!this.#ended) this.#take(tag);
      },
    });
  }

  #take(tag: FlvTag): void {
    if (tag.kind !== 'script' && !tag.isConfiguration) this.#mediaCame = true;
    this.#silence.mark();
    this.#memory.keep(tag);
    for (const viewer of this.#viewers) viewer.tag(tag, this.#memory);
  }
}
