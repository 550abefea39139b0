import { type VideoCodec, videoCodecs } from '../domain/stream.ts';
import { supportsFramesWorker } from './mjpeg/supports-frames-worker.ts';

/** What this browser can do, asked once. */
export interface BrowserAbilities {
  readonly framesWorker: boolean;
  /** What it decodes picture by picture; nothing on an origin that is not secure. */
  readonly videoDecoder: readonly VideoCodec[];
  /** What a video element plays from pieces. */
  readonly mediaSource: readonly VideoCodec[];
  readonly nativeHls: boolean;
}

/** A profile of each that every camera's stream is at least close to. */
const samples: Readonly<Record<VideoCodec, string>> = {
  h264: 'avc1.42E01E',
  h265: 'hvc1.1.6.L93.B0',
};

/** Asks the browser what it can play. Safari on phones has only the managed kind of MSE. */
export async function askBrowser(): Promise<BrowserAbilities> {
  const mediaSource = mediaSourceClass();
  const decoded = await Promise.all(videoCodecs.map(decodes));
  return {
    framesWorker: supportsFramesWorker(),
    videoDecoder: videoCodecs.filter((_, index) => decoded[index]),
    mediaSource: videoCodecs.filter((codec) =>
      mediaSource?.isTypeSupported(`video/mp4; codecs="${samples[codec]}"`),
    ),
    nativeHls: document.createElement('video').canPlayType('application/vnd.apple.mpegurl') !== '',
  };
}

async function decodes(codec: VideoCodec): Promise<boolean> {
  if (typeof VideoDecoder === 'undefined') return false;
  try {
    const { supported } = await VideoDecoder.isConfigSupported({ codec: samples[codec] });
    return supported === true;
  } catch {
    // A name that the browser cannot read is a codec that it does not have.
    return false;
  }
}

function mediaSourceClass(): Pick<typeof MediaSource, 'isTypeSupported'> | undefined {
  const { ManagedMediaSource: managed, MediaSource: plain } = window as {
    ManagedMediaSource?: typeof MediaSource;
    MediaSource?: typeof MediaSource;
  };
  return plain ?? managed;
}
