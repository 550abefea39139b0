import { retryDelayMs } from '../../domain/retry-ladder.ts';
import type { FrameNews, FrameOrder, FrameTrouble } from './frame-messages.ts';
import type { FramesPort, MortalPort } from './frames-port.ts';

/** Beats without a sign of life; more than any drawing takes. */
const silentBeats = 20;
/** A worker that lived this long was a good one: the ladder starts from its first step again. */
const provenBeats = 40;

type Heard = (event: MessageEvent<FrameNews>) => void;

/**
 * A frames worker that is started anew when it has stopped: by an exception, or by falling silent.
 * What it held is gone with it, so whoever uses it is told to give all of it again.
 */
export class LastingPort implements FramesPort {
  private readonly start: () => MortalPort;
  private readonly random: () => number;
  private readonly heard: Heard[] = [];
  private readonly lossListeners = new Set<(trouble: FrameTrouble) => void>();
  private port: MortalPort | null;
  /** Orders of the time in which there is no worker. */
  private waiting: { order: FrameOrder; transfer: Transferable[] }[] = [];
  private silence = 0;
  private beats = 0;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(start: () => MortalPort, random: () => number) {
    this.start = start;
    this.random = random;
    this.port = this.begin();
  }

  postMessage(order: FrameOrder, transfer: Transferable[]): void {
    if (this.port === null) this.waiting.push({ order, transfer });
    else this.port.postMessage(order, transfer);
  }

  addEventListener(_type: 'message', listener: Heard): void {
    this.heard.push(listener);
  }

  /** @returns a function that ends the calls */
  onLoss(listener: (trouble: FrameTrouble) => void): () => void {
    this.lossListeners.add(listener);
    return () => this.lossListeners.delete(listener);
  }

  /** To be called a few times a second. Counts calls, not time: a computer that slept lost none. */
  beat(): void {
    const { port } = this;
    if (port === null) return;
    this.beats += 1;
    if (this.beats === provenBeats) this.failures = 0;
    this.silence += 1;
    if (this.silence > silentBeats) this.lose(port);
    else port.postMessage({ type: 'ping' }, []);
  }

  /** For good: no worker is started any more. */
  end(): void {
    clearTimeout(this.timer);
    this.port?.end();
    this.port = null;
    this.waiting = [];
  }

  private begin(): MortalPort {
    const port = this.start();
    this.silence = 0;
    this.beats = 0;
    port.addEventListener('message', (event) => {
      if (this.port !== port) return;
      this.silence = 0;
      for (const listener of this.heard) listener(event);
    });
    port.onFault(() => this.lose(port));
    return port;
  }

  private lose(port: MortalPort): void {
    if (this.port !== port) return;
    this.port = null;
    port.end();
    const retryInMs = retryDelayMs(this.failures, true, this.random());
    this.failures += 1;
    this.timer = setTimeout(() => this.renew(), retryInMs);
    const problem = { kind: 'timeout', reason: 'drawing-stopped' } as const;
    const trouble = { problem, attempt: this.failures, retryInMs };
    for (const listener of this.lossListeners) listener(trouble);
  }

  private renew(): void {
    clearTimeout(this.timer);
    this.port = this.begin();
    for (const { order, transfer } of this.waiting.splice(0)) this.postMessage(order, transfer);
  }
}
