import { isoInZone } from './zone-time.ts';

export interface SnapshotFacts {
  readonly site: string;
  readonly camera: string;
  readonly atMs: number;
  /** The camera's zone; IANA name or `UTC-05:00`. */
  readonly zone: string;
  /** Media type of the picture. */
  readonly mediaType: string;
}

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/**
 * File name of a still picture that sorts by time and names the zone:
 * `site_camera_2026-11-20T22-14-05.123+09-00.jpg`.
 */
export function snapshotFileName(facts: SnapshotFacts): string {
  // A colon is not allowed in a file name on Windows.
  const time = isoInZone(facts.atMs, facts.zone).replaceAll(':', '-');
  const extension = extensions[facts.mediaType] ?? 'jpg';
  return `${namePart(facts.site, 'site')}_${namePart(facts.camera, 'camera')}_${time}.${extension}`;
}

function namePart(name: string, fallback: string): string {
  const kept = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  return kept === '' ? fallback : kept;
}
