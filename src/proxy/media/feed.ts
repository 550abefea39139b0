import { framePacketHeaderBytes, writeFramePacketHeader } from '../../api/frame-packet.ts';
import type { FrameNotice } from '../../api/frames.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { Environment } from '../link/environment.ts';
import { type FrameSource, pollStills, readMjpeg } from './frame-sources.ts';
import { IntervalEstimate } from './interval-estimate.ts';
import type { MediaSource } from './media-directory.ts';
import { mediaProblem } from './media-problem.ts';
import { type PhaseChange, UpstreamRun } from './upstream-run.ts';

export interface FeedViewer {
  /** A picture to show; the same buffer goes to every viewer. */
  frame(feed: Feed, packet: Buffer): void;
  /** A notice as the text that goes on the wire. */
  notice(feed: Feed, text: string): void;
}

const sources: Partial<Record<string, FrameSource>> = { mjpeg: readMjpeg, jpeg: pollStills };
export function isFrameKind(kind: string): boolean {
  return sources[kind] !== undefined;
}

const repeatEveryMs = 500;
const framesUntilEstimate = 8;

/** One stream of pictures from a device, for as many viewers as like; only the newest is kept. */
export class Feed {
  readonly number: number;
  readonly #find: () => MediaSource | null;
  readonly #environment: Environment;
  readonly #viewers = new Set<FeedViewer>();
  readonly #interval = new IntervalEstimate();
  readonly #run: UpstreamRun;
  #stopWakes: (() => void) | undefined;
  #latest: Buffer | null = null;
  #notice = '';
  #fault: DeviceError | null = null;
  #repeatSentAtMs = 0;
  #framesSinceDial = 0;
  framesReceived = 0;
  deviceId: string;

  /** @param find looks the source up anew at each dial, for its address may have changed */
  constructor(
    number: number,
    deviceId: string,
    find: () => MediaSource | null,
    environment: Environment,
  ) {
    this.number = number;
    this.deviceId = deviceId;
    this.#find = find;
    this.#environment = environment;
    this.#run = new UpstreamRun({
      dial: (signal, progress) => this.#dial(signal, progress),
      expectedIntervalMs: () => this.expectedIntervalMs,
      onPhase: (change) => this.#tell(change),
      seen: () => this.#viewers.size > 0,
      random: () => environment.random(),
    });
  }

  get viewers(): number {
    return this.#viewers.size;
  }

  get dialled(): boolean {
    return this.#run.dialled;
  }

  get live(): boolean {
    return this.#run.live;
  }

  /** Why the last try failed; null while one is under way. */
  get fault(): DeviceError | null {
    return this.#fault;
  }

  /** The newest whole picture as a packet. */
  get latest(): Buffer | null {
    return this.#latest;
  }

  get expectedIntervalMs(): number | undefined {
    const perSecond = this.#find()?.stream.framesPerSecond;
    return this.#interval.valueMs ?? (perSecond ? 1000 / perSecond : undefined);
  }

  add(viewer: FeedViewer): void {
    this.#viewers.add(viewer);
    if (this.#notice === '') this.#run.start();
    else this.repeatTo(viewer);
  }

  /** Says what is known once more: the phase, and the newest picture. */
  repeatTo(viewer: FeedViewer): void {
    viewer.notice(this, this.#notice);
    if (this.#latest !== null) viewer.frame(this, this.#latest);
  }

  remove(viewer: FeedViewer): void {
    this.#viewers.delete(viewer);
  }

  /** The device is another one now, or we are another one to it: its old picture is no longer true. */
  redial(): void {
    this.#latest = null;
    this.#run.redial();
  }

  /** Dials now where the next try is waited for. */
  retry(): void {
    this.#run.wake();
  }

  stop(): void {
    this.#stopWakes?.();
    this.#run.stop();
    this.#viewers.clear();
  }

  async #dial(signal: AbortSignal, progress: () => void): Promise<void> {
    const source = this.#find();
    if (source === null) throw new DeviceError('unsupported', 'not-found');
    const read = sources[source.stream.kind];
    if (read === undefined) throw new DeviceError('unsupported', 'not-supported');
    this.deviceId = source.deviceId;
    this.#framesSinceDial = 0;
    this.#stopWakes?.();
    this.#stopWakes = source.connection.onWake(() => this.#run.wake());
    this.#interval.restart();
    await read(source, signal, {
      answered: () => this.#run.answered(signal),
      expects: (intervalMs) => this.#interval.expect(intervalMs),
      frame: (packet) => {
        if (signal.aborted) return;
        progress();
        this.#take(packet);
      },
    });
  }

  #take(packet: Buffer): void {
    this.framesReceived += 1;
    this.#framesSinceDial += 1;
    const nowMs = performance.now();
    this.#interval.mark(nowMs);
    // Only now does the estimate say anything; viewers judge the age of the picture by it.
    if (this.#framesSinceDial === framesUntilEstimate) this.#tell({ phase: 'live' });
    const receivedAtMs = this.#environment.now();
    if (this.#latest !== null && isSamePicture(this.#latest, packet)) {
      if (nowMs - this.#repeatSentAtMs < repeatEveryMs) return;
      this.#repeatSentAtMs = nowMs;
      const repeat = Buffer.allocUnsafeSlow(framePacketHeaderBytes);
      writeFramePacketHeader(repeat, { feed: this.number, receivedAtMs, repeated: true });
      for (const viewer of this.#viewers) viewer.frame(this, repeat);
      return;
    }
    writeFramePacketHeader(packet, { feed: this.number, receivedAtMs, repeated: false });
    this.#latest = packet;
    for (const viewer of this.#viewers) viewer.frame(this, packet);
  }

  #tell(change: PhaseChange): void {
    const { expectedIntervalMs } = this;
    this.#fault = change.fault ?? null;
    const problem = change.fault && mediaProblem(change.fault);
    const notice: FrameNotice = {
      type: 'phase',
      feed: this.number,
      phase: change.phase,
      ...(problem ? { problem } : {}),
      ...(change.attempt === undefined ? {} : { attempt: change.attempt }),
      ...(change.retryInMs === undefined ? {} : { retryInMs: change.retryInMs }),
      ...(expectedIntervalMs === undefined
        ? {}
        : { expectedIntervalMs: Math.round(expectedIntervalMs) }),
    };
    this.#notice = JSON.stringify(notice);
    for (const viewer of this.#viewers) viewer.notice(this, this.#notice);
  }
}

/** A dead sensor repeats its picture to the byte; a live one never does. */
function isSamePicture(before: Buffer, now: Buffer): boolean {
  return (
    before.length === now.length &&
    before.compare(now, framePacketHeaderBytes, now.length, framePacketHeaderBytes) === 0
  );
}
