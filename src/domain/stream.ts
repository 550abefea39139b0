/** How a stream travels from the device. The last two are listed but no browser plays them. */
export const streamKinds = ['mjpeg', 'jpeg', 'hls', 'flv', 'page', 'rtmp', 'rtsp'] as const;
export type StreamKind = (typeof streamKinds)[number];

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
}

/** The same stream as the proxy knows it. */
export interface DeviceStream extends Stream {
  /**
   * Path and query on the device's registered origin, beginning with `/`. Never holds a host or a
   * credential: whatever address the device names is re-anchored to the origin that was registered.
   */
  readonly target: string;
}

/** Whether some browser can show this kind at all. */
export function isPlayableKind(kind: StreamKind): boolean {
  return kind !== 'rtmp' && kind !== 'rtsp';
}
