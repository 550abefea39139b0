/// <reference types="vite/types/importMeta.d.ts" />
import { expect, it } from 'vitest';

const app = import.meta.glob<string>('../{app,device-access,features,playback,ui}/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

it('hears no message of any frame: a device page is a stranger (trust)', () => {
  const sources = Object.entries(app).filter(([path]) => !/\.test\.|\/fake-/.test(path));
  expect(sources.length).toBeGreaterThan(100);
  const windows =
    /(?:\b(?:window|globalThis|self|top|parent)\s*\.|(?<![\w.]))(?:addEventListener\(\s*['"]message|onmessage\s*=)/;
  const listening = sources.filter(([, text]) => windows.test(text)).map(([path]) => path);
  expect(listening).toEqual([]);
  // Workers and sockets are ours, and are heard by name.
  expect(sources.some(([, text]) => /worker\.addEventListener|socket\.onmessage/.test(text))).toBe(
    true,
  );
});
