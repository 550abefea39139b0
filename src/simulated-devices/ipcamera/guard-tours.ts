import type { ParameterTree } from './parameter-tree.ts';

/** One point of a sequence line (5.3.1.2). */
export interface TourPoint {
  readonly preset: number;
  readonly speed: number;
  readonly waitSeconds: number;
}

const lines = 'GuardTour';
const pointsOfLine = /^GuardTour\.G\d+\.Tour$/;
const mostLines = 8;
const mostPoints = 64;

/** The document's table prints `WaitTiime`, its examples `WaitTime`. */
export function misspelt(name: string): string {
  return name.replace(/\.WaitTiime$/, '.WaitTime');
}

export function removable(group: string): boolean {
  return /^GuardTour\.G\d+(\.Tour\.T\d+)?$/.test(group);
}

function numbersUnder(tree: ParameterTree, group: string, letter: string): number[] {
  const found = tree
    .under(group)
    .map(([name]) => new RegExp(`^${group}\\.${letter}(\\d+)\\.`).exec(name)?.[1])
    .filter((digits) => digits !== undefined);
  return [...new Set(found)].map(Number).sort((a, b) => a - b);
}

/** Creates a sequence line or a point of one, and names it. */
export function addGroup(
  tree: ParameterTree,
  group: string,
  hasPresets: () => boolean,
): { readonly name: string } | { readonly problem: string } {
  const free = (letter: string, most: number): number | null => {
    const taken = numbersUnder(tree, group, letter);
    return Array.from({ length: most }, (_, i) => i + 1).find((n) => !taken.includes(n)) ?? null;
  };
  if (group === lines) {
    const number = free('G', mostLines);
    if (number === null) return { problem: `no more than ${mostLines} sequence lines` };
    tree.set(`${lines}.G${number}.Name`, `Sequence ${number}`);
    return { name: `G${number}` };
  }
  const line = group.replace(/\.Tour$/, '');
  if (!pointsOfLine.test(group) || tree.under(line).length === 0)
    return { problem: `cannot add to ${group}` };
  if (!hasPresets()) return { problem: 'no preset point is set' };
  const number = free('T', mostPoints);
  if (number === null) return { problem: `no more than ${mostPoints} sequence points` };
  tree.set(`${group}.T${number}.PresetNbr`, '1');
  tree.set(`${group}.T${number}.MoveSpeed`, '10');
  tree.set(`${group}.T${number}.WaitTime`, '1');
  return { name: `T${number}` };
}

export function tourPoints(tree: ParameterTree, line: number): TourPoint[] {
  const group = `${lines}.G${line}.Tour`;
  return numbersUnder(tree, group, 'T').map((number) => ({
    preset: Number(tree.get(`${group}.T${number}.PresetNbr`)),
    speed: Number(tree.get(`${group}.T${number}.MoveSpeed`)),
    waitSeconds: Number(tree.get(`${group}.T${number}.WaitTime`)),
  }));
}
