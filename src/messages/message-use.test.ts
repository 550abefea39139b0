/// <reference types="vite/types/importMeta.d.ts" />
import { expect, it } from 'vitest';
import { en } from './en.ts';

const globbed = import.meta.glob<string>(
  '../{app,device-access,features,messages,playback,ui}/**/*.{ts,tsx}',
  { query: '?raw', import: 'default', eager: true },
);
/** A source by its path below `src`. */
const at = (path: string, from: string) => new URL(path, `file:///${from}`).pathname.slice(1);
const app = Object.fromEntries(
  Object.entries(globbed).map(([path, text]) => [at(path, 'messages/'), text]),
);
const wordLists = import.meta.glob<Record<string, Readonly<Record<string, string>>>>('./en-*.ts', {
  eager: true,
});

const ids = Object.keys(en);
// A list of messages, or a test, proves no use.
const sources = new Map(
  Object.entries(app).filter(([path]) => !/\.test\.|\/en(-[a-z-]+)?\.ts$/.test(path)),
);

/** The ids that a source names, whole or as a family such as `tile.state.${state}`. */
function idsIn(source: string) {
  const literals = new Set(source.match(/(?<=')[\w.+-]+(?=')/g) ?? []);
  const families = (source.match(/(?<=`)[a-z]+\.[\w.-]*\$\{[^}`]+\}[\w.-]*(?=`)/g) ?? []).map(
    (template) => new RegExp(`^${template.replace(/\$\{[^}]+\}/, '[\\w+-]+')}$`),
  );
  return ids.filter((id) => literals.has(id) || families.some((family) => family.test(id)));
}

/** Where a source leads: at once, or by an import that is made later. */
function importsOf(path: string, how: 'at once' | 'later') {
  const pattern =
    how === 'at once'
      ? /(?:^|\n)(?:import (?!type\b)|export (?!type\b))(?:[^;']*? from )?'(\.[^']+)'/g
      : /\bimport\('(\.[^']+)'\)/g;
  const text = app[path] ?? '';
  return [...text.matchAll(pattern)].flatMap(([, to = '']) => {
    const target = at(to, path);
    return target in app ? [target] : [];
  });
}

/** All that is there when a source runs. */
function reach(start: string, known = new Set<string>()): Set<string> {
  if (known.has(start)) return known;
  known.add(start);
  for (const next of importsOf(start, 'at once')) reach(next, known);
  return known;
}

/** The ids whose words are there, once these sources have run. */
function wordsOf(reached: ReadonlySet<string>) {
  const lists = [...reached].flatMap((path) =>
    /messages\/(t|use-[a-z]+)\.ts$/.test(path) ? importsOf(path, 'at once') : [],
  );
  return new Set(
    lists.flatMap((path) =>
      Object.values(wordLists[path.replace('messages/', './')] ?? {}).flatMap(Object.keys),
    ),
  );
}

it('finds every message in the sources of the app', () => {
  expect(sources.size).toBeGreaterThan(100);
  const used = new Set([...sources.values()].flatMap(idsIn));
  expect(ids.filter((id) => !used.has(id))).toEqual([]);
});

const first = reach('app/main.tsx');
const later = [...new Set([...sources.keys()].flatMap((path) => importsOf(path, 'later')))];

it('walks the page and whatever it loads later', () => {
  expect(first.size).toBeGreaterThan(40);
  expect(later.length).toBeGreaterThan(10);
  expect(wordsOf(first).size).toBeGreaterThan(300);
  expect(wordsOf(first)).not.toContain('audit.title');
});

it.each(['app/main.tsx', ...later])('%s brings the words of all that it shows', (start) => {
  const reached = reach(start);
  const known = new Set([...wordsOf(first), ...wordsOf(reached)]);
  // A route that lacks one imports `messages/use-<screen>.ts`.
  const lacking = [...reached].flatMap((path) =>
    idsIn(sources.get(path) ?? '').flatMap((id) => (known.has(id) ? [] : [`${path}: ${id}`])),
  );
  expect(lacking).toEqual([]);
});
