/** Where a face is, as shares of the picture from its upper left corner. */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const mostFaces = 64;

/**
 * Reads `2 0.5_0.4_0.2_0.3,0.8_0.1_0.2_0.3`: how many, then x, y, width and height of each (5.4.2).
 * Undefined where there is no count; a box that does not lie in the picture is left out.
 */
export function faceBoxes(text: string): readonly FaceBox[] | undefined {
  const [, count, boxes = ''] = /^(\d{1,3})(?:\s+(\S.*))?$/.exec(text.trim()) ?? [];
  if (count === undefined) return undefined;
  const most = Math.min(Number(count), mostFaces);
  return boxes
    .split(/[,\s]+/, mostFaces)
    .flatMap(box)
    .slice(0, most);
}

function box(text: string): FaceBox[] {
  const numbers = text.split('_');
  if (
    numbers.length !== 4 ||
    !numbers.every((one) => /^(?:0?\.\d{1,9}|[01](?:\.\d{1,9})?)$/.test(one))
  ) {
    return [];
  }
  const [x = 0, y = 0, width = 0, height = 0] = numbers.map(Number);
  return [x, y, width, height].every((one) => one <= 1) ? [{ x, y, width, height }] : [];
}
