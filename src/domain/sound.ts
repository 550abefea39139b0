/** G.711 µ-law, 8000 samples a second, one channel, one byte a sample (RFC 3551, PCMU). */
export const mulawSamplesPerSecond = 8000;

/** Sound of a device that travels apart from its pictures. */
export interface DeviceSound {
  /** Path and query on the device's registered origin; never a host or a credential. */
  readonly target: string;
  readonly codec: 'mulaw';
  /** What the device writes and wants as `Content-Type`. */
  readonly contentType: string;
}
