import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/**
 * Runs beside the thread that moves the pictures: of a million events the check takes seconds. As
 * text, for a program of one file has no second one that a worker could run.
 */
const check = `
const { parentPort, workerData } = require('node:worker_threads');
const Database = require(workerData.module);
const database = new Database(workerData.file, { readonly: true, fileMustExist: true });
const fits = database.pragma('integrity_check', { simple: true }) === 'ok';
const devices = database.prepare('select count(*) from devices').get();
database.close();
parentPort.postMessage(fits && devices !== undefined);
`;

/** Whether every page of a copy fits, and it holds a registry at all. */
export function isWholeCopy(file: string): Promise<boolean> {
  const module = createRequire(import.meta.url).resolve('better-sqlite3');
  return new Promise((resolve) => {
    const worker = new Worker(check, { eval: true, workerData: { module, file } });
    worker.once('message', (whole: unknown) => resolve(whole === true));
    // What cannot be opened or read is not whole.
    worker.once('error', () => resolve(false));
    worker.once('exit', () => resolve(false));
  });
}
