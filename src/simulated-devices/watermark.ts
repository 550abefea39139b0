/** What the strip along the top edge of every picture says. */
export interface Watermark {
  readonly camera: number;
  readonly millisecondOfMinute: number;
}

const watermarkCells = 26;
/** A cell is as wide and as high as this fraction of the picture's width. */
const watermarkCellsPerWidth = 80;
const cameraBits = 8;
const timeBits = 16;
const leastContrast = 60;

/** The strip's cells from the left, true for white: two of sync, 8 bits of camera, 16 of time. */
function watermarkBits(mark: Watermark): boolean[] {
  const bits = [true, false];
  for (let bit = cameraBits - 1; bit >= 0; bit -= 1) bits.push(((mark.camera >> bit) & 1) === 1);
  for (let bit = timeBits - 1; bit >= 0; bit -= 1) {
    bits.push(((mark.millisecondOfMinute >> bit) & 1) === 1);
  }
  return bits;
}

interface FillBrush {
  fillStyle: unknown;
  fillRect(x: number, y: number, width: number, height: number): void;
}

/** Paints the strip; `brush` must be in the picture's own pixels. */
export function writeWatermark(brush: FillBrush, pictureWidth: number, mark: Watermark): void {
  const cell = pictureWidth / watermarkCellsPerWidth;
  watermarkBits(mark).forEach((white, index) => {
    const left = Math.round(index * cell);
    brush.fillStyle = white ? '#ffffff' : '#000000';
    brush.fillRect(left, 0, Math.round((index + 1) * cell) - left, Math.round(cell));
  });
}

/**
 * Reads the strip from RGBA pixels of a picture of any size.
 * Null when the sync cells are not white then black, or the time is not within a minute.
 */
export function readWatermark(
  pixels: Uint8ClampedArray | Uint8Array,
  width: number,
  height: number,
): Watermark | null {
  const cell = width / watermarkCellsPerWidth;
  if (cell < 1 || height < cell || pixels.length < width * height * 4) return null;
  const levels = Array.from({ length: watermarkCells }, (_, index) =>
    cellLevel(pixels, width, index * cell, cell),
  );
  const white = levels[0] ?? 0;
  const black = levels[1] ?? 255;
  if (white - black < leastContrast) return null;
  const threshold = (white + black) / 2;
  let bits = 0;
  for (const level of levels.slice(2)) bits = bits * 2 + (level > threshold ? 1 : 0);
  const millisecondOfMinute = bits % 65_536;
  if (millisecondOfMinute >= 60_000) return null;
  return { camera: Math.floor(bits / 65_536), millisecondOfMinute };
}

/** The middle half of a cell, so that the blur of its edges does not count. */
function cellLevel(
  pixels: Uint8ClampedArray | Uint8Array,
  width: number,
  left: number,
  cell: number,
): number {
  const firstX = Math.floor(left + cell * 0.3);
  const lastX = Math.max(firstX, Math.ceil(left + cell * 0.7) - 1);
  const firstY = Math.floor(cell * 0.25);
  const lastY = Math.max(firstY, Math.ceil(cell * 0.7) - 1);
  let sum = 0;
  let count = 0;
  for (let y = firstY; y <= lastY; y += 1) {
    for (let x = firstX; x <= lastX; x += 1) {
      const at = (y * width + x) * 4;
      sum +=
        0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}
