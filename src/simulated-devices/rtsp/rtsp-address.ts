import { mediaTracks } from './media-tracks.ts';

/** What a request is about: a stream, and one track of it where the address names one. */
export interface RtspAddress {
  readonly stream: string;
  readonly track: number | null;
}

/** Reads `rtsp://host/h264/track1`; a slash at the end does not count. */
export function readAddress(uri: string): RtspAddress | null {
  if (!URL.canParse(uri)) return null;
  const url = new URL(uri);
  if (url.protocol !== 'rtsp:') return null;
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const track = mediaTracks.findIndex(({ control }) => control === parts.at(-1));
  const stream = (track < 0 ? parts : parts.slice(0, -1)).join('/');
  return { stream, track: track < 0 ? null : track };
}
