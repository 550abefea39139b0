import type { EncodedPicture } from './flv-demuxer.ts';

/** The part of a `VideoFrame` that is used, so that a test can count what was closed. */
export type DecodedFrame = Pick<VideoFrame, 'displayWidth' | 'displayHeight' | 'timestamp'> & {
  clone(): DecodedFrame;
  close(): void;
};

export interface EngineEvents<Frame> {
  readonly frame: (frame: Frame) => void;
  /** The engine has stopped for good. */
  readonly failed: (error: { readonly name: string }) => void;
  /** There is room for another picture. */
  readonly ready: () => void;
}

/** One decoder, from its configuration to its end. */
export interface VideoEngine {
  /** Pictures that wait inside. */
  readonly queued: number;
  /** May throw, as after a failure that has not been reported yet. */
  decode(picture: EncodedPicture): void;
  close(): void;
}

/** How decoders are made. */
export interface Decoding<Frame> {
  supports(config: VideoDecoderConfig): Promise<boolean>;
  open(config: VideoDecoderConfig, events: EngineEvents<Frame>): VideoEngine;
}

/** The browser's own decoders. */
export const browserDecoding: Decoding<VideoFrame> = {
  supports: async (config) => {
    const { supported } = await VideoDecoder.isConfigSupported(config);
    return supported === true;
  },
  open: (config, events) => {
    const decoder = new VideoDecoder({ output: events.frame, error: events.failed });
    decoder.ondequeue = events.ready;
    decoder.configure(config);
    return {
      get queued() {
        return decoder.decodeQueueSize;
      },
      decode: ({ isKey, timestampUs, data }) =>
        decoder.decode(
          new EncodedVideoChunk({
            type: isKey ? 'key' : 'delta',
            timestamp: timestampUs,
            data,
          }),
        ),
      close: () => {
        decoder.ondequeue = null;
        if (decoder.state !== 'closed') decoder.close();
      },
    };
  },
};
