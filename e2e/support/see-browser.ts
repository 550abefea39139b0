import { readFile } from 'node:fs/promises';
import { type BrowserContext, expect, type Frame, type Page } from '@playwright/test';
import type { CanaryWatch } from './canary-watch.ts';

/** Looks at what a browser says while it is used: its console, what it keeps on disk, other origins. */
export class BrowserSight {
  readonly #watch: CanaryWatch;
  readonly #context: BrowserContext;
  readonly #pending = new Set<Promise<void>>();

  constructor(watch: CanaryWatch, context: BrowserContext) {
    this.#watch = watch;
    this.#context = context;
    context.on('console', (message) => watch.see('console', message.text()));
    context.on('weberror', ({ error }) => watch.see('console', error().stack ?? ''));
    context.on('page', (page) => {
      page.on('download', (download) =>
        this.#later(async () => watch.see('download', await readFile(await download.path()))),
      );
    });
    context.on('response', (response) => {
      if (!response.url().startsWith('http') || watch.passes(response.url())) return;
      watch.see('page of a device', JSON.stringify(response.headers()));
      // The stream of a device's page never ends; what it begins with says what it is.
      if (/multipart|video|octet-stream/.test(response.headers()['content-type'] ?? '')) return;
      this.#later(async () => watch.see('page of a device', await response.body()));
    });
  }

  /** At the end of a test: the documents as they stand, and what the app keeps in the browser. */
  async lookAtPages(): Promise<void> {
    for (const page of this.#context.pages()) {
      if (page.isClosed() || !page.url().startsWith('http')) continue;
      this.#watch.see('document', page.url());
      for (const frame of page.frames()) this.#watch.see('document', await documentOf(frame));
      this.#watch.see('storage', await storageOf(page));
    }
    await Promise.all(this.#pending);
  }

  #later(read: () => Promise<unknown>): void {
    // A reply that the page leaves behind has no body to read; its bytes reached nobody.
    const done = read().then(
      () => undefined,
      () => undefined,
    );
    this.#pending.add(done);
    void done.finally(() => this.#pending.delete(done));
  }
}

/** Everything that the app keeps: both storages, its databases, the cookies that scripts may read. */
function storageOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        databases.push(
          await new Promise((resolve, reject) => {
            all.onsuccess = () => resolve(all.result);
            all.onerror = () => reject(all.error);
          }),
        );
      }
      database.close();
    }
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      databases,
      document.cookie,
      window.name,
    ]);
  });
}

/** Empty where it has gone; one that is just being led elsewhere has none for that moment. */
async function documentOf(frame: Frame): Promise<string> {
  let text = '';
  await expect(async () => {
    text = frame.isDetached() ? '' : await frame.content();
  }).toPass({ timeout: 5000 });
  return text;
}
