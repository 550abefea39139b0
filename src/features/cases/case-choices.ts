import type { CaseLine } from '../../api/cases.ts';

/** Where something may be put. */
export type Choice =
  | { readonly kind: 'known'; readonly line: CaseLine }
  | { readonly kind: 'new'; readonly title: string };

/**
 * Open cases that fit what was typed, and a new one of that title unless there is one.
 * @param isOld whether the cases are those of another search, so that they are looked through here
 */
export function choicesOf(lines: readonly CaseLine[], text: string, isOld: boolean): Choice[] {
  const words = text.toLowerCase().split(/\s+/);
  const fits = ({ title }: CaseLine) => words.every((word) => title.toLowerCase().includes(word));
  const fitting = isOld ? lines.filter(fits) : lines;
  const isThere = fitting.some(({ title }) => title.toLowerCase() === text.toLowerCase());
  return [
    ...fitting.map((line) => ({ kind: 'known', line }) as const),
    ...(text === '' || isThere ? [] : [{ kind: 'new', title: text } as const]),
  ];
}

export function keyOf(choice: Choice): string {
  return choice.kind === 'new' ? 'new' : choice.line.id;
}
