import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { encodingsOf } from './support/canaries.ts';
import { CanaryWatch, type Place } from './support/canary-watch.ts';
import { BrowserSight } from './support/see-browser.ts';

const canary = { name: 'Planted', username: 'guard', password: 'Zq8planted7Canary+"&' };
const ways = encodingsOf({ device: canary.name, ...canary });

interface Planting {
  readonly watch: CanaryWatch;
  /** Origin of a server whose replies hold what `planted` names. */
  readonly origin: string;
  readonly plant: (headers: Record<string, string>, body: string) => void;
}

/** A test with a watch of its own, and a server behind a relay that says what it is told to. */
const test = base.extend<{ readonly planting: Planting }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from the pattern
  planting: async ({}, use) => {
    const watch = new CanaryWatch('self-test');
    watch.siteStarted([{ ...canary, protocol: 'tsapi', origin: 'http://127.0.0.1:1' }]);
    let said: { headers: Record<string, string>; body: string } = { headers: {}, body: '' };
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...said.headers });
      response.end(said.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const relay = await watch.before(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await use({
      watch,
      origin: relay.origin,
      plant: (headers, body) => {
        said = { headers, body };
      },
    });
    await relay.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

/** The ways of writing that were seen in a place since the last look. */
function seenIn(watch: CanaryWatch, place: Place): string[] {
  const own = watch.sightings.splice(0).filter((one) => one.startsWith(`${place}: `));
  return [...new Set(own.map((one) => one.slice(place.length + 2)))].sort();
}
const allWays = [...new Set(ways.map(({ name }) => name))].sort();

test.describe('whoever looks for credentials', { tag: '@trust' }, () => {
  test('knows more than ten ways to write one', () => {
    expect(allWays.length).toBeGreaterThanOrEqual(14);
    expect(new Set(ways.map(({ text }) => text)).size).toBe(ways.length);
  });

  for (const where of ['body', 'header'] as const) {
    test(`finds every one of them in the ${where} of a reply`, async ({ planting }) => {
      const { watch, origin, plant } = planting;
      for (const { text } of ways) {
        // A header holds no zero byte, so that UTF-16 cannot stand in one.
        if (where === 'header' && text.includes('\0')) continue;
        plant(where === 'header' ? { 'x-planted': text } : {}, where === 'body' ? text : '');
        await (await fetch(origin)).arrayBuffer();
      }
      const expected = allWays.filter((way) => where === 'body' || !way.endsWith('UTF-16'));
      expect(seenIn(watch, 'reply')).toEqual(expected);
    });
  }

  test('finds one that is cut in two on its way', ({ planting: { watch } }) => {
    for (const { text } of ways) {
      const bytes = Buffer.from(text);
      const state = watch.see('reply', bytes.subarray(0, 5));
      watch.see('reply', bytes.subarray(5), state);
    }
    expect(seenIn(watch, 'reply')).toEqual(allWays);
  });

  test('finds every one of them in documents, storage, console and downloads', async ({
    context,
    planting,
  }) => {
    const { watch, origin, plant } = planting;
    const sight = new BrowserSight(watch, context);
    const page = await context.newPage();
    plant({}, '<!doctype html><title>Empty</title>');
    await page.goto(origin);
    const texts = ways.map(({ text }) => text).filter((text) => !text.includes('\0'));
    await page.evaluate(async (planted) => {
      for (const text of planted) {
        const element = document.createElement('p');
        element.textContent = text;
        element.title = text;
        document.body.append(element);
        console.info(text);
      }
      localStorage.setItem('planted', planted.slice(0, 3).join(' '));
      sessionStorage.setItem('planted', planted.slice(3, 6).join(' '));
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('planted', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('texts');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction('texts', 'readwrite');
      transaction.objectStore('texts').put(planted.slice(6), 'all');
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      database.close();
    }, texts);
    plant({ 'content-disposition': 'attachment; filename=planted.txt' }, texts.join('\n'));
    const downloaded = page.waitForEvent('download');
    await page.evaluate(() => {
      location.href = '/file';
    });
    await (await downloaded).path();
    await sight.lookAtPages();
    const seen = watch.sightings.splice(0);
    const plain = allWays.filter((way) => !way.endsWith('UTF-16'));
    for (const place of ['console', 'download', 'storage'] as const) {
      const own = new Set(seen.filter((one) => one.startsWith(`${place}: `)));
      // A storage is read as JSON, which writes what was JSON already once more.
      const expected = place === 'storage' ? plain.filter((way) => !/raw|JSON/.test(way)) : plain;
      expect([...own].sort()).toEqual(
        expect.arrayContaining(expected.map((way) => `${place}: ${way}`)),
      );
    }
    expect(seen.filter((one) => one.startsWith('document: ')).length).toBeGreaterThan(10);
  });

  test('finds every one of them in logs and files', ({ planting: { watch } }) => {
    for (const { text } of ways) watch.heard(Buffer.from(`{"said":"${text}"}\n`));
    expect(seenIn(watch, 'log')).toEqual(allWays);
    const folder = mkdtempSync(join(tmpdir(), 'watchfloor-planted-'));
    for (const [index, { text }] of ways.entries()) writeFileSync(join(folder, `${index}`), text);
    watch.left(folder);
    rmSync(folder, { recursive: true });
    expect(seenIn(watch, 'file')).toEqual(allWays);
  });

  test('never repeats what it found', ({ planting: { watch } }) => {
    for (const { text } of ways) watch.see('reply', text);
    const report = watch.sightings.join('\n');
    expect(ways.filter(({ text }) => report.includes(text))).toEqual([]);
    expect(watch.sightings.length).toBeGreaterThan(0);
  });
});
