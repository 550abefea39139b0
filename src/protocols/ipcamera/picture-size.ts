import type { Parameters } from '../parsing/parameters.ts';
import { textOf } from './parameter-groups.ts';

type Size = readonly [width: number, height: number];

/** Codes that mean one size only; those named after CIF and D1 differ between PAL and NTSC. */
const sizes: ReadonlyMap<string, Size> = new Map([
  ['1080p', [1920, 1080]],
  ['720p', [1280, 720]],
  ['sxga', [1280, 1024]],
  ['xga', [1024, 768]],
  ['svga', [800, 600]],
  ['vga', [640, 480]],
]);

/** The size of `720p`, or of `1280x720`. */
export function pictureSize(code: string | undefined): Size | undefined {
  const known = sizes.get(code?.trim().toLowerCase() ?? '');
  if (known !== undefined) return known;
  const [, width, height] = /^(\d{2,5})[x*](\d{2,5})$/i.exec(code?.trim() ?? '') ?? [];
  return width === undefined ? undefined : [Number(width), Number(height)];
}

/** Resolution codes of MJPEG, the first H.264 stream, the second and so on; empty where not listed. */
export function resolutionCodes(parameters: Parameters): readonly string[] {
  const list = textOf(parameters, 'Image.I0.Appearance.Resolution');
  return list === undefined ? [] : list.split(',', 5).map((code) => code.trim().toLowerCase());
}
