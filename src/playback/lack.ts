import { isPlayable, type Stream } from '../domain/stream.ts';

/** What stands between a camera and its picture where no way is left. */
export type Lack = 'ffmpeg' | 'h265';

export function lackOf(streams: readonly Stream[]): Lack | undefined {
  const [waiting] = streams.filter(({ needs }) => needs !== undefined);
  if (waiting !== undefined) return waiting.needs;
  return streams.some((stream) => isPlayable(stream) && stream.codec === 'h265')
    ? 'h265'
    : undefined;
}
