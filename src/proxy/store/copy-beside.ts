import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/**
 * As text, for a program of one file has no second one that a thread could run. A copy is one file:
 * reading it must not put others beside it, so that it leaves the write-ahead log.
 */
const copier = `
const { parentPort, workerData } = require('node:worker_threads');
const Database = require(workerData.module);
const { from, to } = workerData;
(async () => {
  const source = new Database(from, { readonly: true, fileMustExist: true });
  await source.backup(to).finally(() => source.close());
  const copy = new Database(to);
  copy.pragma('journal_mode = DELETE');
  const fits = copy.pragma('integrity_check', { simple: true }) === 'ok';
  const devices = copy.prepare('select count(*) from devices').get();
  copy.close();
  parentPort.postMessage(fits && devices !== undefined);
})().catch((fault) => setImmediate(() => { throw fault; }));
`;

/**
 * Copies a registry by SQLite's own means, which a writer does not disturb, and reads all of the
 * copy: beside the thread that moves the pictures, for of a million events it takes seconds.
 * @returns whether every page of the copy fits
 */
export function copyBeside(from: string, to: string): Promise<boolean> {
  const module = createRequire(import.meta.url).resolve('better-sqlite3');
  return new Promise((resolve, reject) => {
    const worker = new Worker(copier, { eval: true, workerData: { module, from, to } });
    worker.once('message', (fits: unknown) => resolve(fits === true));
    worker.once('error', reject);
    worker.once('exit', () => resolve(false));
  });
}
