import type { Rectangle } from './mjpeg/fit-rectangles.ts';

/** The canvas that lies under a group of tiles. */
export interface Surface {
  readonly name: string;
  /** Where an element lies on the canvas, in device pixels. */
  locate(element: HTMLElement): Rectangle;
  /** Calls back whenever elements may have moved. */
  onMove(listener: () => void): () => void;
}
