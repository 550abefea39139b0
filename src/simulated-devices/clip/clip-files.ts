import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Clip, readFlvClip } from './flv-clip.ts';

/** Beside the bundled entry in a build, one folder up when run from source. */
const folders = ['./clips/', '../clips/'].map((path) => new URL(path, import.meta.url));
const known = new Map<string, Clip | null>();

/** A clip that the repository carries, such as `ch1main`; null when there is none. Read once. */
export function loadClip(name: string): Clip | null {
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const file = folders
    .map((folder) => fileURLToPath(new URL(`${name}.flv`, folder)))
    .find((path) => existsSync(path));
  const clip = file === undefined ? null : readFlvClip(readFileSync(file));
  known.set(name, clip);
  return clip;
}
