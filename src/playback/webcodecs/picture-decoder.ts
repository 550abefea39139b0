import type { EncodedPicture, VideoSetup } from './flv-demuxer.ts';
import { PictureBacklog } from './picture-backlog.ts';
import type { DecodedFrame, Decoding, VideoEngine } from './video-engine.ts';

export interface DecoderEvents<Frame> {
  /** Takes the frame over, and closes it. */
  readonly frame: (frame: Frame) => void;
  /** This browser cannot decode the stream, however often it is tried. */
  readonly unplayable: () => void;
}

/** What waits beyond this waits with us, where it can still be given up. */
const mostQueued = 3;
/** Failures in a row, without one picture between them. */
const mostFailures = 3;
/** A decoder that swallows so many pictures for so long and shows none is stuck. */
const stuckPictures = 8;
const stuckMs = 4000;

/** Feeds a decoder from key frame to key frame, and replaces it where it fails. */
export class PictureDecoder<Frame extends DecodedFrame> {
  private readonly decoding: Decoding<Frame>;
  private readonly events: DecoderEvents<Frame>;
  private readonly backlog = new PictureBacklog();
  private config: VideoDecoderConfig | null = null;
  /** Whether the browser has said that it can. */
  private supported = false;
  private engine: VideoEngine | null = null;
  private failures = 0;
  private fedSinceFrame = 0;
  private fedSinceMs = 0;

  constructor(decoding: Decoding<Frame>, events: DecoderEvents<Frame>) {
    this.decoding = decoding;
    this.events = events;
  }

  get dropped(): number {
    return this.backlog.dropped;
  }

  setup({ codec, description }: VideoSetup): void {
    if (this.config !== null && isSame(this.config, codec, description)) return;
    const config: VideoDecoderConfig = {
      codec,
      description,
      optimizeForLatency: true,
      hardwareAcceleration: 'no-preference',
    };
    this.close();
    this.config = config;
    void this.askFor(config);
  }

  picture(picture: EncodedPicture, nowMs: number): void {
    if (this.config === null) return;
    this.backlog.add(picture, nowMs);
    if (this.fedSinceFrame === 0) this.fedSinceMs = nowMs;
    this.feed();
  }

  /** To be called a few times a second. */
  beat(nowMs: number): void {
    const silent = this.fedSinceFrame >= stuckPictures && nowMs - this.fedSinceMs > stuckMs;
    if (silent) this.fail('stuck');
  }

  /** Forgets what came so far; the next picture is of another connection. */
  restart(): void {
    this.stopEngine();
    this.backlog.clear();
  }

  close(): void {
    this.restart();
    this.config = null;
    this.supported = false;
    this.failures = 0;
  }

  private async askFor(config: VideoDecoderConfig): Promise<void> {
    let supported = false;
    try {
      supported = await this.decoding.supports(config);
    } catch {
      // A codec that the browser cannot even read the name of is one that it does not have.
    }
    if (this.config !== config) return;
    this.supported = supported;
    if (supported) this.feed();
    else this.events.unplayable();
  }

  private feed(): void {
    if (!this.supported || this.config === null) return;
    while (this.backlog.length > 0 && (this.engine?.queued ?? 0) < mostQueued) {
      const picture = this.backlog.take();
      if (picture === undefined) return;
      try {
        this.engine ??= this.open(this.config);
        this.fedSinceFrame += 1;
        this.engine.decode(picture);
      } catch (error) {
        this.fail(error instanceof Error ? error.name : 'unknown');
        return;
      }
    }
  }

  private open(config: VideoDecoderConfig): VideoEngine {
    const engine: VideoEngine = this.decoding.open(config, {
      frame: (frame) => {
        // What a decoder still had under way when it was replaced is nobody's picture.
        if (this.engine !== engine) {
          frame.close();
          return;
        }
        this.failures = 0;
        this.fedSinceFrame = 0;
        this.backlog.hurry();
        this.events.frame(frame);
      },
      failed: ({ name }) => {
        if (this.engine === engine) this.fail(name);
      },
      ready: () => {
        if (this.engine === engine) this.feed();
      },
    });
    return engine;
  }

  private fail(name: string): void {
    this.stopEngine();
    this.failures += 1;
    if (name === 'NotSupportedError' || this.failures >= mostFailures) {
      this.close();
      this.events.unplayable();
      return;
    }
    this.backlog.restart();
  }

  private stopEngine(): void {
    const { engine } = this;
    this.engine = null;
    this.fedSinceFrame = 0;
    engine?.close();
  }
}

function isSame(
  config: VideoDecoderConfig,
  codec: string,
  description: Uint8Array<ArrayBuffer>,
): boolean {
  const before = config.description;
  return (
    config.codec === codec &&
    before instanceof Uint8Array &&
    before.length === description.length &&
    before.every((byte, index) => byte === description[index])
  );
}
