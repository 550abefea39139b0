import type { HlsConfig } from 'hls.js/light';

/**
 * One segment behind the newest instead of three: a guard watches, nobody skips back in a live
 * tile. The buffers are bounded, or a wall that plays for months would keep them all.
 */
export const hlsConfig: Partial<HlsConfig> = {
  lowLatencyMode: true,
  liveSyncDurationCount: 1,
  liveMaxLatencyDurationCount: 3,
  liveSyncOnStallIncrease: 0.1,
  maxLiveSyncPlaybackRate: 1.3,
  backBufferLength: 4,
  maxBufferLength: 6,
  maxMaxBufferLength: 12,
  maxBufferSize: 4 * 1024 * 1024,
  startFragPrefetch: true,
  testBandwidth: false,
  manifestLoadPolicy: {
    default: {
      maxTimeToFirstByteMs: 8000,
      maxLoadTimeMs: 10_000,
      // The ladder of the tile retries, and says so; hls.js would do it in silence.
      timeoutRetry: null,
      errorRetry: null,
    },
  },
};
