import { supportsFramesWorker } from './mjpeg/supports-frames-worker.ts';
import type { BrowserAbilities } from './player-table.ts';

const h264 = 'video/mp4; codecs="avc1.42E01E"';

/** Asks the browser what it can play. Safari on phones has only the managed kind of MSE. */
export function askBrowser(): BrowserAbilities {
  return {
    framesWorker: supportsFramesWorker(),
    mediaSource: mediaSourceClass()?.isTypeSupported(h264) ?? false,
    nativeHls: document.createElement('video').canPlayType('application/vnd.apple.mpegurl') !== '',
  };
}

function mediaSourceClass(): Pick<typeof MediaSource, 'isTypeSupported'> | undefined {
  const { ManagedMediaSource: managed, MediaSource: plain } = window as {
    ManagedMediaSource?: typeof MediaSource;
    MediaSource?: typeof MediaSource;
  };
  return plain ?? managed;
}
