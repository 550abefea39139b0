import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { glyphs } from './glyphs.ts';

const gapUnits = 1.35;
const unitsPerCapital = 6;
const paths = new Map<string, Path2D>();

function pathOf(letter: string, strokes: string): Path2D {
  const known = paths.get(letter);
  if (known !== undefined) return known;
  const path = new Path2D(strokes);
  paths.set(letter, path);
  return path;
}

export interface Lettering {
  readonly capitalHeight: number;
  readonly colour: string;
  /** Drawn under the letters, wider, so that they read on any picture. */
  readonly outline?: string;
  readonly weight?: number;
}

/** Width in pixels of one line. */
export function letteringWidth(text: string, capitalHeight: number): number {
  let units = 0;
  for (const letter of text) units += (glyphs[letter]?.[0] ?? 2.6) + gapUnits;
  return ((units - gapUnits) * capitalHeight) / unitsPerCapital;
}

/** Draws one line with its top left corner at x, y; needs no font on the machine. */
export function letter(
  brush: SKRSContext2D,
  text: string,
  x: number,
  y: number,
  look: Lettering,
): void {
  const scale = look.capitalHeight / unitsPerCapital;
  const weight = look.weight ?? 0.85;
  brush.save();
  brush.translate(x, y);
  brush.scale(scale, scale);
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  let along = 0;
  for (const character of text) {
    const [advance, strokes] = glyphs[character] ?? [2.6, ''];
    if (strokes !== '') {
      const path = pathOf(character, strokes);
      brush.translate(along, 0);
      if (look.outline !== undefined) {
        brush.strokeStyle = look.outline;
        brush.lineWidth = weight + 1.1;
        brush.stroke(path);
      }
      brush.strokeStyle = look.colour;
      brush.lineWidth = weight;
      brush.stroke(path);
      brush.translate(-along, 0);
    }
    along += advance + gapUnits;
  }
  brush.restore();
}
