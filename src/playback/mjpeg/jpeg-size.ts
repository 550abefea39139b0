import type { Size } from './fit-rectangles.ts';

const marker = 0xff;
const startOfScan = 0xda;

/** Pixels of a JPEG from its frame header, without decoding it; null where there is none. */
export function jpegSize(jpeg: Uint8Array): Size | null {
  if (jpeg[0] !== marker || jpeg[1] !== 0xd8) return null;
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  let at = 2;
  while (at + 9 < jpeg.byteLength) {
    if (view.getUint8(at) !== marker) return null;
    const kind = view.getUint8(at + 1);
    if (kind === marker) {
      at += 1;
      continue;
    }
    if (kind === startOfScan) return null;
    if (isFrameHeader(kind)) {
      const size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
      return size.width > 0 && size.height > 0 ? size : null;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** SOF0 to SOF15, among which DHT, JPG and DAC are not frame headers (ITU-T T.81, table B.1). */
function isFrameHeader(kind: number): boolean {
  return kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc;
}
