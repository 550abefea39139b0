import type { Position } from '../motors/motor-head.ts';

export interface Preset {
  readonly name: string;
  readonly position: Position;
}

/** Between which two positions an autopan or cruise line goes, and how fast. */
export interface PatrolLine {
  readonly start: Position | null;
  readonly end: Position | null;
  readonly direction: 'left' | 'right';
  /** 0 to 3. */
  readonly speed: number;
}

const mostPresets = 256;
const mostNameLetters = 31;
const emptyLine: PatrolLine = { start: null, end: null, direction: 'right', speed: 1 };
const at = (pan: number, tilt: number, zoom: number): Position => ({
  pan,
  tilt,
  zoom,
  focus: 5000,
  iris: 50,
});

/** What a head remembers: presets 1 to 256, and the lines of autopan and cruise (5.3.1.3). */
export class PtzMemory {
  readonly presets = new Map<number, Preset>([
    [1, { name: 'Fence', position: at(-60, 5, 0) }],
    [2, { name: 'Gate', position: at(0, 10, 2000) }],
    [3, { name: 'Car park', position: at(75, 15, 800) }],
  ]);
  readonly #autopans = new Map<number, PatrolLine>();
  readonly #cruises = new Map<number, PatrolLine>();

  save(number: number, name: string, position: Position): boolean {
    const valid =
      Number.isInteger(number) &&
      number >= 1 &&
      number <= mostPresets &&
      name.length <= mostNameLetters &&
      !name.includes('~');
    if (valid) this.presets.set(number, { name, position });
    return valid;
  }

  removeNamed(name: string): boolean {
    const found = [...this.presets].find(([, preset]) => preset.name === name);
    return found !== undefined && this.presets.delete(found[0]);
  }

  line(kind: 'autopan' | 'cruise', number: number): PatrolLine {
    return this.#lines(kind).get(number) ?? emptyLine;
  }

  changeLine(kind: 'autopan' | 'cruise', number: number, change: Partial<PatrolLine>): void {
    this.#lines(kind).set(number, { ...this.line(kind, number), ...change });
  }

  #lines(kind: 'autopan' | 'cruise'): Map<number, PatrolLine> {
    return kind === 'autopan' ? this.#autopans : this.#cruises;
  }
}
