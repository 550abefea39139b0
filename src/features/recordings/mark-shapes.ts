import type { EventMark } from './event-mark.ts';

export const markShapes = ['plate', 'object', 'call', 'motion', 'bookmark', 'other'] as const;
export type MarkShape = (typeof markShapes)[number];

/** What a mark means is told by its shape; what has none of its own is a square. */
export function markShapeOf(topic: EventMark['topic']): MarkShape {
  return markShapes.find((shape) => shape === topic) ?? 'other';
}

/** Around 0 0, within 5 on each side, as SVG paths: the legend draws the same. */
export const pathOfShape: Readonly<Record<MarkShape, string>> = {
  plate: 'M0 -5 L5 0 L0 5 L-5 0 Z',
  object: 'M-4 0 A4 4 0 1 0 4 0 A4 4 0 1 0 -4 0 Z',
  call: 'M0 -4.5 L4.8 3.8 L-4.8 3.8 Z',
  motion: 'M-5 -3 h10 v2 h-10 Z M-5 1 h10 v2 h-10 Z',
  bookmark:
    'M0 -5 L1.2 -1.6 L4.8 -1.6 L1.9 0.6 L2.9 4 L0 2 L-2.9 4 L-1.9 0.6 L-4.8 -1.6 L-1.2 -1.6 Z',
  other: 'M-3.5 -3.5 h7 v7 h-7 Z',
};
