/**
 * How a stream travels from the device. `h26x` is H.264 or H.265 in the parts of a multipart body;
 * it and `rtsp` reach the browser as FLV. No browser plays `rtmp` or `mp4v` (MPEG-4 part 2).
 */
export const streamKinds = [
  'mjpeg',
  'jpeg',
  'hls',
  'flv',
  'h26x',
  'rtsp',
  'page',
  'rtmp',
  'mp4v',
] as const;
export type StreamKind = (typeof streamKinds)[number];

export const videoCodecs = ['h264', 'h265'] as const;
export type VideoCodec = (typeof videoCodecs)[number];

/** `main` is the full picture, `sub` the small one that walls use. */
export const streamQualities = ['main', 'sub'] as const;
export type StreamQuality = (typeof streamQualities)[number];

/** One way to see a camera, as people and the browser know it: no address, no account. */
export interface Stream {
  /** Unique within its camera and stable across restarts, e.g. `main-flv`. */
  readonly id: string;
  readonly kind: StreamKind;
  readonly quality: StreamQuality;
  /** Pixels, where the device says so. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly framesPerSecond?: number | undefined;
  /** Where the device says so. */
  readonly codec?: VideoCodec | undefined;
  /** What the proxy's machine would have to have for this stream to be shown, and lacks. */
  readonly needs?: 'ffmpeg' | undefined;
}

/** The same stream as the proxy knows it. */
export interface DeviceStream extends Stream {
  /**
   * Path and query on the device's registered origin, beginning with `/`. Never holds a host or a
   * credential: whatever address the device names is re-anchored to the origin that was registered.
   */
  readonly target: string;
  /**
   * Another port of the same host, where the stream has one of its own. Absent: the port of the
   * registered origin, also for `rtsp`, which some devices serve beside HTTP.
   */
  readonly port?: number | undefined;
}

/** Whether some browser can show this stream at all, by way of this proxy. */
export function isPlayable({ kind, needs }: Pick<Stream, 'kind' | 'needs'>): boolean {
  return kind !== 'rtmp' && kind !== 'mp4v' && needs === undefined;
}
