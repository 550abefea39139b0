import type { Shade } from './hour-facts.ts';

/** Backgrounds that differ in lightness, each beside the number that it stands for. */
export const shadeLook: Readonly<Record<Shade, string>> = {
  whole: 'bg-recorded text-black',
  most: 'bg-recorded/50 text-text',
  some: 'bg-recorded/20 text-text',
  none: 'border border-line-ui bg-canvas text-text',
  unknown:
    'text-text-2 bg-[repeating-linear-gradient(135deg,var(--color-line)_0_2px,transparent_2px_6px)]',
};
