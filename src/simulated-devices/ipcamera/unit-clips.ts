import { loadClip } from '../clip/clip-files.ts';
import { type Clip, clipCodec } from '../clip/flv-clip.ts';

function firstOf(...names: readonly string[]): Clip | null {
  for (const name of names) {
    const clip = loadClip(name);
    if (clip !== null && clipCodec(clip) === 'h264') return clip;
  }
  return null;
}

/**
 * What plays under the RTSP paths of 5.5.1: both namings, for the series differ. A clip of the
 * camera's own stands for both streams; without one, those of the recorder's first channel do.
 */
export function unitClips(camera: number): ReadonlyMap<string, Clip> {
  const own = `cam${camera}`;
  const main = firstOf(`${own}main`, own, 'ch1main');
  const sub = firstOf(`${own}sub`, own, 'ch1sub');
  const paths = [
    ['h264', main],
    ['h264_2', sub],
    ['stream1', main],
    ['stream2', sub],
  ] as const;
  return new Map(paths.flatMap(([path, clip]) => (clip === null ? [] : [[path, clip] as const])));
}
