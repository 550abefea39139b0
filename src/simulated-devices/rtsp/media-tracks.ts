/** A track of a stream, as the description numbers them from 1 (document, 5.5.3.1). */
export interface MediaTrack {
  readonly control: string;
  readonly payloadType: number;
  readonly clockRate: number;
}

const video: MediaTrack = { control: 'track1', payloadType: 99, clockRate: 90_000 };
const audio: MediaTrack = { control: 'track2', payloadType: 0, clockRate: 8000 };

/** The one with the picture and the one with PCMU sound, in this order. */
export const mediaTracks: readonly [MediaTrack, MediaTrack] = [video, audio];
