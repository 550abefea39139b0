const letters = 'abcdefgh';
const digits = '123456789';
const longest = 48;

/** Longest before shorter: one piece of a pattern at its beginning. */
const piece =
  /^(?:\\(?<escaped>[\s\S])|\[(?<set>(?:\\[\s\S]|[^\]\\])+)\]|(?<literal>[^\\[\](){}|?*+^$]))(?<times>\?|\*|\+|\{\d+(?:,\d*)?\})?/;
const closing = /^\)(?<times>\?|\*|\+|\{\d+(?:,\d*)?\})?/;

/**
 * A short text that fits a pattern, so that nobody has to read the pattern: `^\d{1,5},\d{1,5}$`
 * gives `1,1`. Knows the plain constructs that the tables use.
 * @returns undefined where it finds none, tried against the pattern itself
 */
export function sampleText(pattern: string): string | undefined {
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) return undefined;
  const read = readBranches(pattern.slice(1, -1));
  if (read === undefined || read.rest !== '') return undefined;
  const fits = read.text !== '' && read.text.length <= longest;
  return fits && new RegExp(pattern).test(read.text) ? read.text : undefined;
}

interface Read {
  readonly text: string;
  readonly rest: string;
}

/** Up to the bracket that closes them, or the end; the first of several branches stands for all. */
function readBranches(source: string): Read | undefined {
  let first: string | undefined;
  let text = '';
  let rest = source;
  while (rest !== '' && !rest.startsWith(')')) {
    if (rest.startsWith('|')) {
      first ??= text;
      text = '';
      rest = rest.slice(1);
      continue;
    }
    const read = rest.startsWith('(') ? readGroup(rest) : readPiece(rest);
    if (read === undefined) return undefined;
    text += read.text;
    rest = read.rest;
  }
  return { text: first ?? text, rest };
}

function readGroup(source: string): Read | undefined {
  const opening = /^\((?:\?:|(?!\?))/.exec(source)?.[0];
  const inner = opening === undefined ? undefined : readBranches(source.slice(opening.length));
  const end = inner === undefined ? null : closing.exec(inner.rest);
  if (inner === undefined || end === null) return undefined;
  return {
    text: inner.text.repeat(leastOf(end.groups?.times)),
    rest: inner.rest.slice(end[0].length),
  };
}

function readPiece(source: string): Read | undefined {
  const found = piece.exec(source);
  if (found === null) return undefined;
  const { escaped, set, literal, times } = found.groups ?? {};
  const rest = source.slice(found[0].length);
  const least = leastOf(times);
  if (literal !== undefined) return { text: literal.repeat(least), rest };
  if (escaped !== undefined && !/[dw]/.test(escaped)) {
    return /[a-zA-Z0-9]/.test(escaped) ? undefined : { text: escaped.repeat(least), rest };
  }
  const one = new RegExp(escaped === undefined ? `[${set}]` : `\\${escaped}`);
  return { text: fromAlphabet(one, least, mostOf(times)), rest };
}

/** A word rather than one letter, where a word may stand. */
function fromAlphabet(one: RegExp, least: number, most: number): string {
  for (const alphabet of [letters, digits]) {
    const fitting = [...alphabet].filter((character) => one.test(character));
    if (fitting.length === 0) continue;
    const count = alphabet === letters ? Math.max(least, Math.min(3, most)) : least;
    // What may be left out is the rest of a word: `a` and then `bc`.
    if (least === 0) return fitting.slice(1, count).join('');
    return Array.from({ length: count }, (_, at) => fitting[at % fitting.length]).join('');
  }
  return '';
}

function leastOf(times: string | undefined): number {
  if (times === undefined || times === '+') return 1;
  return times.startsWith('{') ? Number.parseInt(times.slice(1), 10) : 0;
}

function mostOf(times: string | undefined): number {
  if (times === '+' || times === '*') return Number.POSITIVE_INFINITY;
  const last = times?.split(/[{,}]/).findLast((bound) => bound !== '');
  if (times?.endsWith(',}')) return Number.POSITIVE_INFINITY;
  return last === undefined || last === '?' ? 1 : Number(last);
}
