/// <reference types="vite/types/importMeta.d.ts" />
import { expect, it } from 'vitest';
import { en } from './en.ts';

const app = import.meta.glob<string>('../{app,features,messages,playback,ui}/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
// A list of messages, or a test, proves no use.
const sources = Object.entries(app).flatMap(([path, text]) =>
  /\.test\.|\/en(-[a-z]+)?\.ts$/.test(path) ? [] : [text],
);
const literals = new Set(sources.flatMap((text) => text.match(/(?<=')[\w.+-]+(?=')/g) ?? []));
/** Such as `tile.state.${state}`: each as an expression for the ids that it builds. */
const families = sources
  .flatMap((text) => text.match(/(?<=`)[a-z]+\.[\w.-]*\$\{[^}`]+\}[\w.-]*(?=`)/g) ?? [])
  .map((template) => new RegExp(`^${template.replace(/\$\{[^}]+\}/, '[\\w+-]+')}$`));

it('finds every message in the sources of the app', () => {
  expect(sources.length).toBeGreaterThan(100);
  const unused = Object.keys(en).filter(
    (id) => !literals.has(id) && !families.some((family) => family.test(id)),
  );
  expect(unused).toEqual([]);
});
