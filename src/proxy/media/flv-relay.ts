import { finished } from 'node:stream/promises';
import { DeviceError } from '../../domain/device-error.ts';
import { stallAfterMs } from '../../domain/stall.ts';
import { deviceFault } from '../link/device-fault.ts';
import { FlvMemory } from './flv-memory.ts';
import { FlvReader } from './flv-reader.ts';
import type { FlvViewer } from './flv-viewer.ts';
import type { MediaSource } from './media-directory.ts';
import { mediaProblem } from './media-problem.ts';
import { SilenceWatch } from './silence-watch.ts';

/**
 * One FLV stream of a device for as many viewers as like. Timestamps cannot be joined across two
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

  constructor(source: MediaSource, onEnd: (relay: FlvRelay) => void) {
    this.source = source;
    this.#onEnd = onEnd;
    const perSecond = source.stream.framesPerSecond;
    const stallMs = stallAfterMs(perSecond ? 1000 / perSecond : undefined);
    this.#silence = new SilenceWatch(
      () => stallMs,
      () => this.end(new DeviceError('timeout', 'stalled')),
    );
    this.#run().then(
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

  async #run(): Promise<void> {
    const { connection, stream } = this.source;
    const { body } = await connection.openStream(stream.target, this.#controller.signal);
    if (!this.#ended) this.#silence.mark();
    const reader = new FlvReader({
      header: (bytes) => {
        this.#memory.setHeader(bytes);
        for (const viewer of this.#viewers) viewer.join(this.#memory);
      },
      tag: (tag) => {
        if (tag.kind !== 'script' && !tag.isConfiguration) this.#mediaCame = true;
        this.#silence.mark();
        this.#memory.keep(tag);
        for (const viewer of this.#viewers) viewer.tag(tag, this.#memory);
      },
    });
    body.on('data', (chunk: Buffer) => {
      if (this.#ended) return;
      try {
        reader.push(chunk);
      } catch (error) {
        this.end(deviceFault(error));
      }
    });
    await finished(body);
  }
}
