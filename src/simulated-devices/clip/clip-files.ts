import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Clip, readFlvClip } from './flv-clip.ts';
import { readMpeg4Clip } from './mpeg4-clip.ts';

const clipLengthMs = 60_000;
/** Beside the bundled entry in a build, one folder up when run from source. */
const folders = ['./clips/', '../clips/'].map((path) => new URL(path, import.meta.url));
const known = new Map<string, Clip | null>();

function load(file: string, read: (bytes: Buffer) => Clip | null): Clip | null {
  const cached = known.get(file);
  if (cached !== undefined) return cached;
  const found = folders
    .map((folder) => fileURLToPath(new URL(file, folder)))
    .find((path) => existsSync(path));
  const clip = found === undefined ? null : read(readFileSync(found));
  known.set(file, clip);
  return clip;
}

/** A clip that the repository carries, such as `ch1main`; null when there is none. Read once. */
export function loadClip(name: string): Clip | null {
  return load(`${name}.flv`, readFlvClip);
}

/** The same for MPEG-4, such as `cam31`. */
export function loadMpeg4Clip(name: string): Clip | null {
  return load(`${name}.m4v`, (bytes) => readMpeg4Clip(bytes, clipLengthMs));
}
