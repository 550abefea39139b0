import { DeviceError } from '../../domain/device-error.ts';
import { stallAfterMs } from '../../domain/stall.ts';
import { deviceFault } from '../link/device-fault.ts';
import { discardStream, type OpenStream } from '../link/device-target.ts';
import { readBody } from '../media/flv-source.ts';
import { mediaProblem } from '../media/media-problem.ts';
import { SilenceWatch } from '../media/silence-watch.ts';
import type { SoundListener } from './sound-listener.ts';
import { SoundPieces } from './sound-pieces.ts';
import type { SoundPlace } from './voice-directory.ts';

/** What one camera hears, for as many as like to listen: one connection to its device. */
export class SoundRelay {
  readonly place: SoundPlace;
  readonly listeners = new Set<SoundListener>();
  readonly #onEnd: () => void;
  readonly #controller = new AbortController();
  readonly #silence = new SilenceWatch(
    () => stallAfterMs(undefined),
    () => this.end(new DeviceError('timeout', 'stalled')),
  );
  #ended = false;

  constructor(place: SoundPlace, onEnd: () => void) {
    this.place = place;
    this.#onEnd = onEnd;
    this.#run().then(
      () => this.end(new DeviceError('unreachable', 'connection-lost')),
      (error: unknown) => this.end(deviceFault(error)),
    );
  }

  /** Hangs up at the device and tells everybody why. */
  end(fault: DeviceError): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#silence.stop();
    this.#controller.abort(fault);
    this.#onEnd();
    const problem = mediaProblem(fault);
    for (const listener of [...this.listeners]) listener.fail(problem);
  }

  async #run(): Promise<void> {
    const { connection, sound } = this.place;
    const stream = await connection.openStream(sound.target, this.#controller.signal);
    refuseForeign(stream);
    if (this.#ended) {
      discardStream(stream);
      return;
    }
    this.#silence.mark();
    const pieces = new SoundPieces((piece) => {
      for (const listener of this.listeners) listener.hear(piece);
    });
    await readBody(stream.body, (chunk) => {
      if (this.#ended) return;
      this.#silence.mark();
      pieces.push(chunk);
    });
  }
}

/** @throws DeviceError for what calls itself a page or a picture: it would be a terrible noise */
function refuseForeign(stream: OpenStream): void {
  const { contentType } = stream;
  if (contentType === '' || /^audio\/|^application\/octet-stream$/.test(contentType)) return;
  discardStream(stream);
  const reason = contentType === 'text/html' ? 'html-page' : 'not-a-stream';
  throw new DeviceError('malformed-reply', reason, { operation: 'listen' });
}
